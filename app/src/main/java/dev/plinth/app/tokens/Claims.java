package dev.plinth.app.tokens;

import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimNames;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import java.time.Clock;
import java.util.Date;
import java.util.Set;

/** What a token must say to be one of ours, by the app's own clock. */
final class Claims extends DefaultJWTClaimsVerifier<SecurityContext> {
    /** By how much the clocks of two instances may differ. */
    private static final int SKEW_SECONDS = 5;

    private final Clock clock;

    Claims(Clock clock) {
        super(
                AccessTokens.AUDIENCE,
                new JWTClaimsSet.Builder().issuer(AccessTokens.ISSUER).build(),
                Set.of(
                        JWTClaimNames.SUBJECT,
                        JWTClaimNames.ISSUED_AT,
                        JWTClaimNames.EXPIRATION_TIME,
                        JWTClaimNames.JWT_ID,
                        AccessTokens.SESSION));
        this.clock = clock;
        setMaxClockSkew(SKEW_SECONDS);
    }

    @Override
    protected Date currentTime() {
        return Date.from(clock.instant());
    }
}
