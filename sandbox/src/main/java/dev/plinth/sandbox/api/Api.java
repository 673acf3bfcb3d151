package dev.plinth.sandbox.api;

import dev.plinth.sandbox.resource.SandboxException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Every service that the sandbox serves: finds the one that is asked, and says so when there is none. */
public final class Api {
    private static final Logger LOG = Logger.getLogger(Api.class.getName());
    private final Map<String, ApiService> services = new TreeMap<>();

    public Api(List<ApiService> services) {
        services.forEach(service -> this.services.put(service.name(), service));
    }

    /** The answer to somebody who may ask; a failure is an answer too. */
    ApiAnswer answer(ApiRequest request, Caller caller) {
        var service = services.get(caller.service());
        if (service == null) {
            var unknown = ApiException.invalid(
                    "UnknownService",
                    "the sandbox serves no API of %s; it serves %s"
                            .formatted(caller.service(), String.join(", ", services.keySet())));
            return failure(Protocol.guess(request), unknown);
        }
        var protocol = Protocol.of(service);
        try {
            return protocol.answer(request, caller);
        } catch (ApiException e) {
            return failure(protocol, e);
        } catch (SandboxException | IllegalArgumentException e) {
            return failure(protocol, ApiException.invalid("ValidationException", String.valueOf(e.getMessage())));
        } catch (RuntimeException e) {
            LOG.log(Level.SEVERE, e, () -> "a call of %s failed".formatted(caller));
            return failure(
                    protocol, new ApiException(500, "InternalFailure", "the sandbox failed at this; its log says why"));
        }
    }

    /** The refusal of somebody who does not have the token. */
    ApiAnswer refusal(ApiRequest request) {
        return failure(
                Protocol.guess(request),
                new ApiException(
                        403,
                        "InvalidClientTokenId",
                        "the access key id is not the token of the sandbox's daemon, which daemon.json holds"));
    }

    private static ApiAnswer failure(Protocol protocol, ApiException failure) {
        return protocol.failure(failure, UUID.randomUUID().toString());
    }
}
