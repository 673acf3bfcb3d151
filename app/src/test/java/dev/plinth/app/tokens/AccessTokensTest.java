package dev.plinth.app.tokens;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import dev.plinth.app.access.UnauthenticatedException;
import dev.plinth.app.support.DirectTransactions;
import dev.plinth.app.support.TestClock;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is refused as an access token, whoever made it up. */
final class AccessTokensTest {
    private static final String ID = "the-key";

    private final TestClock clock = new TestClock();
    private final ECKey pair = generated(ID);
    private final AccessTokens tokens = new AccessTokens(keys(), clock);

    @Test
    void aTokenLikeOursIsAccepted() throws Exception {
        assertThat(tokens.verify(signed(AccessTokens.TYPE, claims().build(), pair))
                        .session())
                .isEqualTo(new UUID(0, 2));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "a.b.c", "eyJhbGciOiJub25lIn0.e30.", "...."})
    void whatIsNoTokenIsRefused(String text) {
        assertRefused(text);
    }

    @Test
    void aTokenWithoutSignatureIsRefused() {
        assertRefused(new PlainJWT(claims().build()).serialize());
    }

    @Test
    void aTokenSignedWithThePublicKeyAsASharedSecretIsRefused() throws Exception {
        var header = new JWSHeader.Builder(JWSAlgorithm.HS256)
                .type(AccessTokens.TYPE)
                .keyID(ID)
                .build();
        var token = new SignedJWT(header, claims().build());
        token.sign(new MACSigner(pair.toECPublicKey().getEncoded()));

        assertRefused(token.serialize());
    }

    @Test
    void aTokenOfAForeignKeyOfTheSameNameIsRefused() throws Exception {
        assertRefused(signed(AccessTokens.TYPE, claims().build(), generated(ID)));
    }

    @Test
    void aTokenThatNamesNoKeyIsRefused() throws Exception {
        var token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.ES256)
                        .type(AccessTokens.TYPE)
                        .build(),
                claims().build());
        token.sign(new ECDSASigner(pair));

        assertRefused(token.serialize());
    }

    @Test
    void aTokenThatBringsItsOwnKeyIsRefused() throws Exception {
        ECKey own = generated("own");
        var token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.ES256)
                        .type(AccessTokens.TYPE)
                        .jwk(own.toPublicJWK())
                        .keyID("own")
                        .build(),
                claims().build());
        token.sign(new ECDSASigner(own));

        assertRefused(token.serialize());
    }

    @Test
    void aTokenOfAnotherTypeIsRefused() throws Exception {
        assertRefused(signed(JOSEObjectType.JWT, claims().build(), pair));
    }

    @Test
    void aTokenOfAnotherIssuerOrForAnotherAudienceIsRefused() throws Exception {
        for (JWTClaimsSet.Builder wrong : List.of(claims().issuer("other"), claims().audience("other"))) {
            assertRefused(signed(AccessTokens.TYPE, wrong.build(), pair));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"sub", "iat", "exp", "jti", "sid", "iss", "aud"})
    void aTokenThatLacksAClaimIsRefused(String claim) throws Exception {
        assertRefused(signed(AccessTokens.TYPE, claims().claim(claim, null).build(), pair));
    }

    @Test
    void aTokenWhoseSubjectIsNoUserIsRefused() throws Exception {
        assertRefused(signed(AccessTokens.TYPE, claims().subject("root").build(), pair));
    }

    @Test
    void aTokenThatIsOverIsRefused() throws Exception {
        Date past = Date.from(clock.instant().minusSeconds(10));

        assertRefused(signed(AccessTokens.TYPE, claims().expirationTime(past).build(), pair));
    }

    private SigningKeys keys() {
        var store = new KeysInMemory();
        store.insert(new SigningKey(pair, clock.instant()));
        return new SigningKeys(store, new DirectTransactions(), clock);
    }

    private void assertRefused(String token) {
        assertThatThrownBy(() -> tokens.verify(token))
                .isInstanceOf(UnauthenticatedException.class)
                .hasMessage("The access token is not valid, or is over: sign in again.");
    }

    private JWTClaimsSet.Builder claims() {
        return new JWTClaimsSet.Builder()
                .issuer(AccessTokens.ISSUER)
                .audience(AccessTokens.AUDIENCE)
                .subject(new UUID(0, 1).toString())
                .claim(AccessTokens.SESSION, new UUID(0, 2).toString())
                .issueTime(Date.from(clock.instant()))
                .expirationTime(Date.from(clock.instant().plus(AccessTokens.LIFETIME)))
                .jwtID("1");
    }

    private static String signed(JOSEObjectType type, JWTClaimsSet claims, ECKey key) throws JOSEException {
        var header = new JWSHeader.Builder(JWSAlgorithm.ES256)
                .type(type)
                .keyID(key.getKeyID())
                .build();
        var token = new SignedJWT(header, claims);
        token.sign(new ECDSASigner(key));
        return token.serialize();
    }

    private static ECKey generated(String id) {
        try {
            return new ECKeyGenerator(Curve.P_256).keyID(id).generate();
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
