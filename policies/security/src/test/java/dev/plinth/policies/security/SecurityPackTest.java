package dev.plinth.policies.security;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.policy.PolicyPack;
import dev.plinth.policy.Rule;
import dev.plinth.policy.test.PolicyTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

final class SecurityPackTest {
    private final PolicyPack pack = SecurityPack.pack();

    @Test
    void listsEveryRuleOfThePackage() {
        assertThat(pack.rules()).hasSizeGreaterThanOrEqualTo(3);
        assertThat(PolicyTest.forgottenRules(pack, SecurityPack.class)).isEmpty();
    }

    @Test
    void namesEachRuleAfterItsClass() {
        assertThat(pack.rules()).allSatisfy(SecurityPackTest::isNamedAfterItsClass);
    }

    @Test
    void saysWhyOfEachRule() {
        assertThat(pack.rules())
                .allSatisfy(rule -> assertThat(rule.info().explanation().why()).isNotBlank());
    }

    @Test
    void hasTheVersionOfItsModule() throws IOException {
        assertThat(Files.readString(Path.of("pom.xml"))).contains("<version>" + pack.version() + "</version>");
    }

    private static void isNamedAfterItsClass(Rule rule) {
        String words = rule.getClass().getSimpleName().replaceAll("(?<!^)([A-Z])", "-$1");
        assertThat(rule.info().id()).isEqualToIgnoringCase(words);
    }
}
