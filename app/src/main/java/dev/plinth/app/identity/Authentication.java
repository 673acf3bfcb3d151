package dev.plinth.app.identity;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.plinth.app.access.Authenticator;
import dev.plinth.app.access.Principal;
import dev.plinth.app.access.UnauthenticatedException;
import dev.plinth.app.crypto.RandomSecrets;
import dev.plinth.app.tokens.AccessToken;
import dev.plinth.app.tokens.AccessTokens;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Knows users by their access tokens, and their programs by API keys. */
public final class Authentication implements Authenticator {
    private static final int LENGTH_MAX = 2048;
    private static final int TOKENS_MAX = 10_000;
    private static final Pattern BEARER = Pattern.compile("(?i:Bearer) +([A-Za-z0-9._~+/=-]+) *");

    private final AccessTokens tokens;
    private final Standings standings;
    private final ApiKeyUses uses;
    private final Clock clock;
    // A signature is checked once a minute, not at each call: that costs more than all else of a short one.
    private final Cache<ByteBuffer, AccessToken> verified = Caffeine.newBuilder()
            .maximumSize(TOKENS_MAX)
            .expireAfterWrite(Duration.ofMinutes(1))
            .build();

    public Authentication(AccessTokens tokens, Standings standings, ApiKeyUses uses, Clock clock) {
        this.tokens = tokens;
        this.standings = standings;
        this.uses = uses;
        this.clock = clock;
    }

    @Override
    public Principal authenticate(Optional<String> authorization, String address) {
        if (authorization.isEmpty()) {
            return Principal.NOBODY;
        }
        String header = authorization.get();
        Matcher matcher = BEARER.matcher(header);
        if (header.length() > LENGTH_MAX || !matcher.matches()) {
            throw new UnauthenticatedException(
                    "The header Authorization must be 'Bearer', a blank, and an access token or an API key.");
        }
        String credential = matcher.group(1);
        return ApiKeyText.of(credential).map(key -> program(key, address)).orElseGet(() -> user(verified(credential)));
    }

    private Principal program(ApiKeyText key, String address) {
        Principal principal = standings
                .key(key.id())
                .filter(known -> known.isSecret(key.secret()))
                .orElseThrow(() -> new UnauthenticatedException("The API key is not known, or was revoked."))
                .principal(key, address, clock.instant());
        uses.note(key.id());
        return principal;
    }

    private AccessToken verified(String token) {
        var digest = ByteBuffer.wrap(RandomSecrets.digest(token));
        AccessToken known = verified.getIfPresent(digest);
        if (known != null && known.expiresAt().isAfter(clock.instant())) {
            return known;
        }
        AccessToken good = tokens.verify(token);
        verified.put(digest, good);
        return good;
    }

    private Principal user(AccessToken token) {
        return ofSession(token.session())
                .filter(found -> found.id().equals(token.user().toString()))
                .orElseThrow(() -> new UnauthenticatedException("The session is closed: sign in again."));
    }

    /** The user of an open session; empty when it is closed or over, or the user is not active. */
    public Optional<Principal> ofSession(UUID session) {
        return standings
                .session(session)
                .map(standing -> new Principal(
                        Principal.Kind.USER,
                        standing.user().toString(),
                        standing.role().scopes(),
                        standing.reach(),
                        session.toString()));
    }
}
