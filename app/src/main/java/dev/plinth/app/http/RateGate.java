package dev.plinth.app.http;

import dev.plinth.app.access.Principal;
import dev.plinth.app.access.UnauthenticatedException;
import dev.plinth.app.limits.Allowance;
import dev.plinth.app.limits.RateClass;
import dev.plinth.app.limits.RateLimits;
import dev.plinth.app.values.StoreUnavailableException;
import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.Locale;
import java.util.Optional;

/** Tells callers what they have left, and those who have nothing left when to come again. */
final class RateGate {
    private static final HeaderName POLICY = HeaderNames.create("RateLimit-Policy");
    private static final HeaderName REMAINING = HeaderNames.create("RateLimit");

    private final Gatekeeper gatekeeper;
    private final RateLimits limits;

    RateGate(Gatekeeper gatekeeper, RateLimits limits) {
        this.gatekeeper = gatekeeper;
        this.limits = limits;
    }

    /** Who calls, and has not used up what they may use; guesses at credentials are counted as nobody's. */
    Principal pass(ServerRequest request, ServerResponse response, Operation operation) {
        Effect effect = operation.effect();
        int cost = operation.limits().cost();
        try {
            Principal principal = gatekeeper.identify(request);
            take(request, response, new Use(rateClass(principal, effect), principal, cost));
            return principal;
        } catch (UnauthenticatedException unknown) {
            take(request, response, new Use(RateClass.ANONYMOUS, Principal.NOBODY, cost));
            throw unknown;
        }
    }

    /**
     * Counts a request that no operation serves as a simple read, and tells who sent it; empty when what they sent as a
     * proof is none.
     */
    Optional<Principal> passBy(ServerRequest request, ServerResponse response) {
        Optional<Principal> known = known(request);
        Principal principal = known.orElse(Principal.NOBODY);
        take(request, response, new Use(rateClass(principal, Effect.NONE), principal, 1));
        return known;
    }

    private Optional<Principal> known(ServerRequest request) {
        try {
            return Optional.of(gatekeeper.identify(request));
        } catch (UnauthenticatedException | StoreUnavailableException unknown) {
            // That nothing is here can be told without the database.
            return Optional.empty();
        }
    }

    /** What is taken from whose account. */
    private record Use(RateClass rateClass, Principal principal, int cost) {
        String caller(ServerRequest request) {
            return rateClass == RateClass.ANONYMOUS
                    ? Networks.of(ClientAddress.of(request))
                    : "%s:%s".formatted(principal.kind().name().toLowerCase(Locale.ROOT), principal.id());
        }
    }

    private void take(ServerRequest request, ServerResponse response, Use use) {
        Allowance allowance = limits.take(use.rateClass(), use.caller(request), use.cost());
        String policy = use.rateClass().name().toLowerCase(Locale.ROOT);
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

    private static RateClass rateClass(Principal principal, Effect effect) {
        if (principal.kind() == Principal.Kind.NOBODY) {
            return RateClass.ANONYMOUS;
        }
        return effect == Effect.NONE ? RateClass.READ : RateClass.WRITE;
    }
}
