package dev.plinth.app.identity;

import dev.plinth.app.access.Authenticator;
import dev.plinth.app.access.Principal;
import dev.plinth.app.access.UnauthenticatedException;
import dev.plinth.app.tokens.AccessToken;
import dev.plinth.app.tokens.AccessTokens;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Knows callers by their access tokens. */
public final class Authentication implements Authenticator {
    private static final int LENGTH_MAX = 2048;
    private static final Pattern BEARER = Pattern.compile("(?i:Bearer) +([A-Za-z0-9._~+/=-]+) *");

    private final AccessTokens tokens;
    private final SessionStore sessions;

    public Authentication(AccessTokens tokens, SessionStore sessions) {
        this.tokens = tokens;
        this.sessions = sessions;
    }

    @Override
    public Principal authenticate(Optional<String> authorization, String address) {
        return authorization.map(this::bearer).orElse(Principal.NOBODY);
    }

    private Principal bearer(String authorization) {
        Matcher matcher = BEARER.matcher(authorization);
        if (authorization.length() > LENGTH_MAX || !matcher.matches()) {
            throw new UnauthenticatedException(
                    "The header Authorization must be 'Bearer', a blank, and an access token or an API key.");
        }
        return user(tokens.verify(matcher.group(1)));
    }

    private Principal user(AccessToken token) {
        return ofSession(token.session())
                .filter(found -> found.id().equals(token.user().toString()))
                .orElseThrow(() -> new UnauthenticatedException("The session is closed: sign in again."));
    }

    /** The user of an open session; empty when it is closed or over, or the user is not active. */
    public Optional<Principal> ofSession(UUID session) {
        return sessions.standing(session)
                .map(standing -> new Principal(
                        Principal.Kind.USER,
                        standing.user().toString(),
                        standing.role().scopes(),
                        standing.reach(),
                        session.toString()));
    }
}
