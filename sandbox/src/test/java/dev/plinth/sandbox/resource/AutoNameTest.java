package dev.plinth.sandbox.resource;

import static dev.plinth.sandbox.Inputs.fields;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.sandbox.schema.SdkSchema;
import dev.plinth.sandbox.state.Urn;
import dev.plinth.sandbox.value.Properties;
import dev.plinth.sandbox.value.Value.Fields;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

final class AutoNameTest {
    private static final String TOKEN = "aws:lb/targetGroup:TargetGroup";
    private static final AutoName NAMING = new AutoName("name", 32, true);
    private static final NameSeed SEED = new NameSeed("seed");

    @Test
    void isTheResourcesNameAndSevenDigits() {
        assertThat(name(NAMING.complete(desired("Edge", fields()), fields(), SEED)))
                .matches("edge-[0-9a-f]{7}");
    }

    @Test
    void isTheSameInPreviewAndUpdateAndAnotherInAReplacement() {
        var previewed = NAMING.complete(desired("edge", fields()), fields(), SEED);

        assertThat(NAMING.complete(desired("edge", fields()), fields(), SEED)).isEqualTo(previewed);
        assertThat(name(NAMING.complete(desired("edge", fields()), fields(), new NameSeed("next"))))
                .isNotEqualTo(name(previewed));
    }

    @Test
    void isKeptByAnUpdate() {
        var before = NAMING.complete(desired("edge", fields()), fields(), SEED);

        assertThat(name(NAMING.complete(desired("edge", fields()), before, new NameSeed("next"))))
                .isEqualTo(name(before));
    }

    @Test
    void givesWayToAGivenName() {
        var given = NAMING.complete(desired("edge", fields("name", "mine")), fields(), SEED);

        assertThat(name(given)).isEqualTo("mine");
        assertThat(NAMING.fixedIn(given)).isTrue();
        assertThat(new Properties(NAMING.complete(desired("edge", fields("namePrefix", "a")), fields(), SEED))
                        .has("name"))
                .isFalse();
    }

    @Test
    void isMadeAnewWhenAGivenNameIsGone() {
        var before = NAMING.complete(desired("edge", fields("name", "mine")), fields(), SEED);

        assertThat(name(NAMING.complete(desired("edge", fields()), before, SEED)))
                .startsWith("edge-");
    }

    @Test
    void isNoLongerThanTheCloudTakes() {
        var name = name(NAMING.complete(desired("a".repeat(60), fields()), fields(), SEED));

        assertThat(name).hasSize(32).matches("a+-[0-9a-f]{7}");
    }

    private static String name(Fields inputs) {
        return new Properties(inputs).text("name").orElseThrow();
    }

    private static Desired desired(String name, Fields inputs) {
        var urn = new Urn("urn:pulumi:test::sandbox::%s::%s".formatted(TOKEN, name));
        var schema = new SdkSchema().find(TOKEN).orElseThrow();
        return new Desired(urn, schema, 0, inputs, Settings.unconfigured(Path.of("")));
    }
}
