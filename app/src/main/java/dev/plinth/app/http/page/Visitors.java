package dev.plinth.app.http.page;

import dev.plinth.app.access.Principal;
import dev.plinth.app.access.Scope;
import dev.plinth.app.access.UnauthenticatedException;
import dev.plinth.app.http.Call;
import dev.plinth.app.http.Endpoint;
import dev.plinth.app.http.Reply;
import dev.plinth.app.identity.Authentication;
import dev.plinth.app.page.Viewer;
import dev.plinth.app.values.ForbiddenException;
import io.helidon.http.HeaderNames;
import java.util.Optional;

/** Knows by the cookie who looks at a page. */
final class Visitors {
    private final SessionCookie cookie;
    private final Authentication authentication;

    Visitors(SessionCookie cookie, Authentication authentication) {
        this.cookie = cookie;
        this.authentication = authentication;
    }

    /** A page for whoever is signed in and may read definitions. */
    interface Personal {
        Reply handle(Call call, Viewer viewer);
    }

    /** Lets only those in; others are asked to sign in. */
    Endpoint signedIn(Personal page) {
        return call -> page.handle(call, required(call));
    }

    /** Who is signed in, if anybody is. */
    Optional<Viewer> viewer(Call call) {
        return cookie.read(call.header(HeaderNames.COOKIE), call.isOverTls())
                .flatMap(ticket -> authentication
                        .ofSession(ticket.session())
                        .map(principal -> new Viewer(principal, ticket.name())));
    }

    private Viewer required(Call call) {
        Viewer viewer = viewer(call).orElseThrow(() -> new UnauthenticatedException("Sign in to read this."));
        requireReader(viewer.principal());
        return viewer;
    }

    private static void requireReader(Principal principal) {
        if (!principal.has(Scope.METRICS_READ) || !principal.has(Scope.DOMAINS_READ)) {
            throw new ForbiddenException("Your role may not read definitions. An administrator can give you another.");
        }
    }
}
