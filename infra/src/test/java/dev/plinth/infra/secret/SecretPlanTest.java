package dev.plinth.infra.secret;

import static org.assertj.core.api.Assertions.assertThat;

import com.pulumi.core.Output;
import dev.plinth.infra.Plan;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Secrets as they are declared. */
final class SecretPlanTest {
    private static final String VERSION = "aws:secretsmanager/secretVersion:SecretVersion";

    @Test
    void aGeneratedSecretHoldsADrawnPasswordBesideItsFields() {
        var plan = Plan.ofComponents(scope -> new GeneratedSecret(
                "login", new GeneratedSecretArgs("A login", Map.of("username", "ada"), policy()), scope));

        assertThat(plan.one(VERSION, "login").input("secretString"))
                .isEqualTo("{\"password\":\"drawn\",\"username\":\"ada\"}");
    }

    @Test
    void aStoredSecretHoldsThePasswordThatItIsGiven() {
        var args = new StoredSecretArgs("A login", Output.of(Map.of()), Output.of("of the server"), policy());
        var plan = Plan.ofComponents(scope -> new StoredSecret("login", args, scope));

        assertThat(plan.one(VERSION, "login").input("secretString")).isEqualTo("{\"password\":\"of the server\"}");
    }

    @Test
    void aSecretIsEncryptedWithItsKeyAndCanBeBroughtBack() {
        var plan = Plan.ofComponents(
                scope -> new GeneratedSecret("login", new GeneratedSecretArgs("A login", Map.of(), policy()), scope));

        assertThat(plan.one("aws:secretsmanager/secret:Secret", "login").inputs())
                .containsEntry("kmsKeyId", "arn:key")
                .containsEntry("recoveryWindowInDays", 7.0);
    }

    @Test
    void nobodyOutsideOfTheAccountReadsASecretWhateverARoleSays() {
        var plan = Plan.ofComponents(
                scope -> new GeneratedSecret("login", new GeneratedSecretArgs("A login", Map.of(), policy()), scope));
        var fence = plan.one("aws:secretsmanager/secretPolicy:SecretPolicy", "login");

        assertThat(fence.input("blockPublicPolicy")).isEqualTo(true);
        assertThat(fence.input("policy"))
                .asString()
                .contains("\"Effect\":\"Deny\"")
                .contains("\"StringNotEquals\":{\"aws:PrincipalAccount\":[\"000000000000\"]}");
    }

    private static SecretPolicy policy() {
        return new SecretPolicy(Output.of("arn:key"), 7);
    }
}
