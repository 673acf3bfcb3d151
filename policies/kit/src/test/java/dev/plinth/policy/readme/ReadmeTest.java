package dev.plinth.policy.readme;

import static org.assertj.core.api.Assertions.assertThat;

import com.pulumi.aws.s3.Bucket;
import dev.plinth.policy.test.PolicyTest;
import dev.plinth.policy.test.TestResource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

final class ReadmeTest {
    @Test
    void showsThePackOfThisFolder() throws IOException {
        String source = Files.readString(Path.of("src/test/java/dev/plinth/policy/readme/MyPack.java"));

        assertThat(Files.readString(Path.of("README.md")))
                .contains("```java\n" + source.substring(source.indexOf("public final class")) + "```");
    }

    @Test
    void showsAPackThatWorks() {
        var bucket = TestResource.of(Bucket.class, "logs").with("forceDestroy", true);

        assertThat(PolicyTest.of(MyPack.RULE).violations(bucket)).containsExactly("logs has forceDestroy set");
    }
}
