package dev.plinth.app.tokens;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import dev.plinth.app.access.UnauthenticatedException;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Access tokens as RFC 9068 puts them: JWTs signed with ES256, and with nothing else, by the app's own keys. */
public final class AccessTokens {
    /** How long a token is good. */
    public static final Duration LIFETIME = Duration.ofMinutes(15);

    static final String ISSUER = "mdl";
    static final String AUDIENCE = "mdl-api";
    static final String SESSION = "sid";
    static final JOSEObjectType TYPE = new JOSEObjectType("at+jwt");

    private final SigningKeys keys;
    private final Clock clock;
    private final DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();

    public AccessTokens(SigningKeys keys, Clock clock) {
        this.keys = keys;
        this.clock = clock;
        processor.setJWSTypeVerifier(new DefaultJOSEObjectTypeVerifier<>(TYPE));
        processor.setJWSKeySelector(
                new JWSVerificationKeySelector<>(JWSAlgorithm.ES256, (selector, context) -> matching(selector)));
        processor.setJWTClaimsSetVerifier(new Claims(clock));
    }

    private List<JWK> matching(JWKSelector selector) {
        Set<String> ids = selector.getMatcher().getKeyIDs();
        // A token that names no key could be tried with every one: ours always name theirs.
        return ids == null || ids.size() != 1
                ? List.of()
                : selector.select(keys.publishedFor(ids.iterator().next()));
    }

    /** A new token. */
    public String issue(UUID user, UUID session) {
        Instant now = clock.instant();
        SigningKey key = keys.current();
        var header = new JWSHeader.Builder(JWSAlgorithm.ES256)
                .type(TYPE)
                .keyID(key.id())
                .build();
        var claims = new JWTClaimsSet.Builder()
                .issuer(ISSUER)
                .audience(AUDIENCE)
                .subject(user.toString())
                .claim(SESSION, session.toString())
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(LIFETIME)))
                .jwtID(UUID.randomUUID().toString())
                .build();
        var token = new SignedJWT(header, claims);
        try {
            token.sign(new ECDSASigner(key.pair()));
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
        return token.serialize();
    }

    /** What the token says; throws {@link UnauthenticatedException} when it is none of ours, or is over. */
    public AccessToken verify(String token) {
        try {
            JWTClaimsSet claims = processor.process(token, null);
            return new AccessToken(
                    UUID.fromString(claims.getSubject()),
                    UUID.fromString(claims.getStringClaim(SESSION)),
                    claims.getExpirationTime().toInstant());
        } catch (ParseException | BadJOSEException | JOSEException | IllegalArgumentException refused) {
            throw new UnauthenticatedException("The access token is not valid, or is over: sign in again.");
        }
    }
}
