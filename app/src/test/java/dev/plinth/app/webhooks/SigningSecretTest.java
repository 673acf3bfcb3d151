package dev.plinth.app.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import com.standardwebhooks.Webhook;
import java.net.http.HttpHeaders;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class SigningSecretTest {
    private static final String BODY = "{\"type\":\"metric.published\",\"data\":\"ü\"}";

    @Test
    void theReferenceLibraryVerifiesWhatItSigned() throws Exception {
        SigningSecret secret = SigningSecret.random(new SecureRandom());
        long now = Instant.now().getEpochSecond();

        String signature = secret.sign("evt_1", now, BODY);

        var headers = HttpHeaders.of(
                Map.of(
                        "webhook-id",
                        List.of("evt_1"),
                        "webhook-timestamp",
                        List.of(Long.toString(now)),
                        "webhook-signature",
                        List.of(signature)),
                (name, value) -> true);
        new Webhook(secret.value()).verify(BODY, headers);
    }

    /** The example of the specification. */
    @Test
    void signsTheExampleOfTheSpecification() {
        var secret = new SigningSecret("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");

        assertThat(secret.sign("msg_p5jXN8AQM9LWM0D4loKWxJek", 1_614_265_330, "{\"test\": 2432232314}"))
                .isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
    }

    @Test
    void isRandomAndAsLongAsTheSpecificationAsks() {
        SigningSecret one = SigningSecret.random(new SecureRandom());

        assertThat(one.value()).startsWith("whsec_");
        assertThat(Base64.getDecoder().decode(one.value().substring(6)).length).isBetween(24, 64);
        assertThat(SigningSecret.random(new SecureRandom())).isNotEqualTo(one);
    }

    @Test
    void isNotToldByLogs() {
        assertThat(SigningSecret.random(new SecureRandom())).hasToString("SigningSecret[whsec_...]");
    }
}
