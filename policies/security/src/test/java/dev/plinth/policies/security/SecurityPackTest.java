package dev.plinth.policies.security;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.policy.PolicyPack;
import dev.plinth.policy.test.PackConventions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

final class SecurityPackTest {
    private final PolicyPack pack = SecurityPack.pack();

    @Test
    void keepsTheConventionsOfAPack() {
        assertThat(pack.rules()).hasSizeGreaterThanOrEqualTo(3);
        assertThat(PackConventions.broken(pack, SecurityPack.class)).isEmpty();
    }

    @Test
    void hasTheVersionOfItsModule() throws IOException {
        assertThat(Files.readString(Path.of("pom.xml"))).contains("<version>" + pack.version() + "</version>");
    }
}
