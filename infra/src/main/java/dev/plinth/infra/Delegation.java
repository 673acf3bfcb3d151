package dev.plinth.infra;

import com.pulumi.Context;
import com.pulumi.core.Output;
import dev.plinth.infra.component.PreviousOutputs;
import java.util.List;

/** What a person must do once: name the environment's name servers in the parent domain. */
final class Delegation {
    private static final String OUTPUT = "nameServers";

    private Delegation() {}

    /**
     * Exports the name servers and, as long as no update has ended, says at once what to do with them: the first one
     * waits for it, as the certificates are proven in the zone.
     */
    static void tell(Context context, PreviousOutputs before, Output<List<String>> nameServers) {
        var isNew = before.value(OUTPUT).isEmpty();
        context.export(OUTPUT, nameServers.applyValue(servers -> {
            if (isNew) {
                context.log()
                        .info("The domain's zone is there, and the update waits for its certificates. Name its servers"
                                + " in the parent domain now (NS records): " + String.join(", ", servers));
            }
            return servers;
        }));
    }
}
