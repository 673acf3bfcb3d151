package dev.plinth.policies.security.edge;

import static org.assertj.core.api.Assertions.assertThat;

import com.pulumi.aws.acm.Certificate;
import com.pulumi.aws.acm.CertificateArgs;
import com.pulumi.aws.acm.inputs.CertificateOptionsArgs;
import dev.plinth.policy.test.PolicyTest;
import dev.plinth.policy.test.TestResource;
import org.junit.jupiter.api.Test;

final class AcmKeyAlgorithmTest {
    private final PolicyTest rule = PolicyTest.of(new AcmKeyAlgorithm());

    @Test
    void acceptsStrongKeysAndTheDefault() {
        assertThat(rule.violations(certificate(
                        CertificateArgs.builder().keyAlgorithm("EC_prime256v1").options(logged("ENABLED")))))
                .isEmpty();
        assertThat(rule.violations(certificate(CertificateArgs.builder()))).isEmpty();
    }

    @Test
    void rejectsAShortKey() {
        assertThat(rule.violations(certificate(CertificateArgs.builder().keyAlgorithm("RSA_1024"))))
                .containsExactly("site has a key of 1024 bits, needs 2048 or an elliptic curve");
    }

    @Test
    void rejectsACertificateOutsideThePublicLogs() {
        assertThat(rule.violations(certificate(CertificateArgs.builder().options(logged("DISABLED")))))
                .containsExactly("site is kept out of the public logs of certificates");
    }

    @Test
    void tellsWhatItKnowsWhileSomethingElseIsUnknown() {
        TestResource hidden = certificate(CertificateArgs.builder().options(logged("DISABLED")));

        assertThat(rule.violations(hidden.unknown("keyAlgorithm"))).hasSize(1);
    }

    @Test
    void waitsForAnUnknownValue() {
        assertThat(rule.undecided(certificate(CertificateArgs.builder()).unknown("keyAlgorithm")))
                .containsExactly("site: keyAlgorithm is not known before the deployment");
    }

    private static TestResource certificate(CertificateArgs.Builder args) {
        return TestResource.of(Certificate.class, "site", args.build());
    }

    private static CertificateOptionsArgs logged(String preference) {
        return CertificateOptionsArgs.builder()
                .certificateTransparencyLoggingPreference(preference)
                .build();
    }
}
