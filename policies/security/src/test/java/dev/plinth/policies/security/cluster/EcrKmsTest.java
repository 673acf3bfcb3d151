package dev.plinth.policies.security.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import com.pulumi.aws.ecr.Repository;
import dev.plinth.policy.Value;
import dev.plinth.policy.test.PolicyTest;
import dev.plinth.policy.test.TestResource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class EcrKmsTest {
    private final PolicyTest rule = PolicyTest.of(new EcrKms());
    private final TestResource repository = TestResource.of(Repository.class, "api");

    @Test
    void acceptsKeysOfKms() {
        assertThat(rule.violations(encrypted("KMS"), encrypted("KMS_DSSE"))).isEmpty();
    }

    @Test
    void rejectsTheRegistrysOwnKey() {
        assertThat(rule.violations(repository, encrypted("AES256")))
                .containsExactly("api is not encrypted with a key of KMS", "api is not encrypted with a key of KMS");
    }

    @Test
    void waitsForAnUnknownType() {
        assertThat(rule.undecided(encrypted(new Value.Unknown()))).hasSize(1);
    }

    private TestResource encrypted(Object type) {
        return repository.with("encryptionConfigurations", List.of(Map.of("encryptionType", type)));
    }
}
