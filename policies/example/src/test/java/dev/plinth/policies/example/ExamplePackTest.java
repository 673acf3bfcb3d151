package dev.plinth.policies.example;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.policy.PolicyPackSource;
import dev.plinth.policy.test.PolicyTest;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;

final class ExamplePackTest {
    @Test
    void listsEveryRuleOfThePackage() {
        assertThat(PolicyTest.forgottenRules(ExamplePack.pack(), ExamplePack.class))
                .isEmpty();
    }

    @Test
    void isFoundOnTheClassPath() {
        assertThat(ServiceLoader.load(PolicyPackSource.class))
                .extracting(source -> source.policyPack().name())
                .containsExactly("example");
    }
}
