package dev.plinth.app.http;

import dev.plinth.app.access.Principal;
import dev.plinth.app.limits.Allowance;
import dev.plinth.app.limits.RateClass;
import dev.plinth.app.limits.RateLimits;
import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.ServerResponse;
import java.util.Locale;

/** Tells callers what they have left, and those who have nothing left when to come again. */
final class RateGate {
    private static final HeaderName POLICY = HeaderNames.create("RateLimit-Policy");
    private static final HeaderName REMAINING = HeaderNames.create("RateLimit");

    private final RateLimits limits;

    RateGate(RateLimits limits) {
        this.limits = limits;
    }

    /** Throws when the caller has used up what it may use for now. */
    void pass(ServerResponse response, Operation operation, Principal principal, String address) {
        RateClass rateClass = rateClass(operation, principal);
        String caller = rateClass == RateClass.ANONYMOUS
                ? Networks.of(address)
                : "%s:%s".formatted(principal.kind().name().toLowerCase(Locale.ROOT), principal.id());
        Allowance allowance = limits.take(rateClass, caller, operation.limits().cost());
        String policy = rateClass.name().toLowerCase(Locale.ROOT);
        response.header(POLICY, "\"%s\";q=%d;w=%d".formatted(policy, allowance.quota(), RateLimits.WINDOW_SECONDS));
        response.header(
                REMAINING, "\"%s\";r=%d;t=%d".formatted(policy, allowance.remaining(), allowance.resetSeconds()));
        if (!allowance.admitted()) {
            response.header(HeaderNames.RETRY_AFTER, Long.toString(allowance.retrySeconds()));
            throw new RefusedException(Problem.of(
                    ProblemType.TOO_MANY_REQUESTS,
                    "Of %d simple requests in %d seconds none is left. Try again in %d seconds."
                            .formatted(allowance.quota(), RateLimits.WINDOW_SECONDS, allowance.retrySeconds())));
        }
    }

    private static RateClass rateClass(Operation operation, Principal principal) {
        if (principal.kind() == Principal.Kind.NOBODY) {
            return RateClass.ANONYMOUS;
        }
        return operation.effect() == Effect.NONE ? RateClass.READ : RateClass.WRITE;
    }
}
