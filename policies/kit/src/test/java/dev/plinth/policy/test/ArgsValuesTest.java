package dev.plinth.policy.test;

import static org.assertj.core.api.Assertions.assertThat;

import com.pulumi.asset.AssetArchive;
import com.pulumi.asset.FileArchive;
import com.pulumi.asset.StringAsset;
import com.pulumi.aws.lambda.FunctionArgs;
import com.pulumi.aws.lambda.enums.Runtime;
import com.pulumi.aws.lambda.inputs.FunctionEnvironmentArgs;
import com.pulumi.core.Output;
import dev.plinth.policy.Value;
import dev.plinth.policy.Value.Archive;
import dev.plinth.policy.Value.Asset;
import dev.plinth.policy.Value.AssetSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class ArgsValuesTest {
    @Test
    void hasWhatIsSetAndNothingElse() {
        assertThat(ArgsValues.of(FunctionArgs.builder()
                        .role("r")
                        .timeout(3)
                        .layers("a", "b")
                        .build()))
                .isEqualTo(
                        Map.of("role", Value.of("r"), "timeout", Value.of(3), "layers", Value.of(List.of("a", "b"))));
    }

    @Test
    void writesAConstantAsTheProviderKnowsIt() {
        assertThat(value("runtime", FunctionArgs.builder().role("r").runtime(Runtime.Python3d12)))
                .isEqualTo(Value.of("python3.12"));
        assertThat(value("runtime", FunctionArgs.builder().role("r").runtime("java21")))
                .isEqualTo(Value.of("java21"));
    }

    @Test
    void goesIntoObjects() {
        var environment =
                FunctionEnvironmentArgs.builder().variables(Map.of("A", "1")).build();

        assertThat(value("environment", FunctionArgs.builder().role("r").environment(environment)))
                .isEqualTo(Value.of(Map.of("variables", Map.of("A", "1"))));
    }

    @Test
    void keepsSecrets() {
        assertThat(value("role", FunctionArgs.builder().role(Output.ofSecret("r"))))
                .isEqualTo(new Value.Secret(Value.of("r")));
    }

    @Test
    void knowsWhatAnArchiveIsMadeOf() {
        assertThat(value("code", FunctionArgs.builder().role("r").code(new FileArchive("./code"))))
                .isEqualTo(new Archive(new AssetSource("path", "./code", ""), Map.of()));
        assertThat(value(
                        "code",
                        FunctionArgs.builder()
                                .role("r")
                                .code(new AssetArchive(Map.of("index", new StringAsset("hello"))))))
                .isEqualTo(new Archive(
                        new AssetSource("", "", ""), Map.of("index", new Asset(new AssetSource("text", "hello", "")))));
    }

    private static Value value(String name, FunctionArgs.Builder args) {
        return ArgsValues.of(args.build()).getOrDefault(name, new Value.Nil());
    }
}
