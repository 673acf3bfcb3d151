package dev.plinth.infra.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import com.pulumi.core.Output;
import dev.plinth.infra.Plan;
import dev.plinth.infra.custom.Definition;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What External Secrets may read for a namespace. */
final class SecretReaderTest {
    private final Plan plan = Plan.ofComponents(scope -> new SecretReader(
            "shop",
            new SecretReaderArgs(
                    Output.of("shop"),
                    Output.of("arn:aws:iam::000000000000:role/operator"),
                    List.of(Output.of("arn:secret:one"), Output.of("arn:secret:two")),
                    Output.of("arn:key")),
            scope));

    @Test
    void theRoleIsForExternalSecretsAlone() {
        assertThat(plan.one("aws:iam/role:Role", "shop-secrets").input("assumeRolePolicy"))
                .asString()
                .contains("{\"AWS\":[\"arn:aws:iam::000000000000:role/operator\"]}", "sts:TagSession");
    }

    @Test
    void theRoleReadsTheNamedSecretsOnly() {
        assertThat(plan.one("aws:iam/rolePolicy:RolePolicy", "shop-secrets").input("policy"))
                .asString()
                .contains("[\"arn:secret:one\",\"arn:secret:two\"]", "[\"arn:key\"]")
                .doesNotContain("*");
    }

    @Test
    void theOperatorMayBecomeEveryReader() {
        assertThat(plan.one("aws:iam/role:Role", "shop-secrets").input("name")).isEqualTo("plinth-local-shop-secrets");
    }

    @Test
    void theStoreOfTheNamespaceGoesByTheRole() {
        var store = plan.one(Definition.SECRET_STORE.type(), "shop");

        assertThat(store.at("metadata", "namespace")).isEqualTo("shop");
        assertThat(store.at("spec", "provider", "aws", "role"))
                .isEqualTo("arn:aws:iam::111122223333:role/shop-secrets");
    }
}
