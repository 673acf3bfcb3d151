package dev.plinth.sandbox.api;

import dev.plinth.sandbox.api.ApiService.QueryHandler;
import dev.plinth.sandbox.aws.Machinery;
import dev.plinth.sandbox.machine.MachineException;
import java.util.HashMap;
import java.util.Map;

/** RDS, as far as those who operate databases need it: instances, snapshots, and what proxies lead to. */
final class Rds {
    private static final String NAMESPACE = "http://rds.amazonaws.com/doc/2014-10-31/";

    private Rds() {}

    static ApiService service(Machinery machinery) {
        var actions = new HashMap<String, QueryHandler>();
        actions.putAll(new RdsInstances(machinery).actions());
        actions.putAll(new RdsSnapshots(machinery).actions());
        actions.putAll(new RdsProxies(machinery).actions());
        actions.replaceAll((name, handler) -> told(handler));
        return new ApiService.Query("rds", "2014-10-31", NAMESPACE, Map.copyOf(actions));
    }

    static ApiException notFound(String code, String message) {
        return new ApiException(404, code, message);
    }

    private static QueryHandler told(QueryHandler handler) {
        return (parameters, caller) -> {
            try {
                return handler.answer(parameters, caller);
            } catch (MachineException e) {
                throw ApiException.invalid("InvalidDBInstanceState", String.valueOf(e.getMessage()));
            }
        };
    }
}
