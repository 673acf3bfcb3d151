package dev.plinth.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.pulumi.aws.ec2.LaunchTemplate;
import dev.plinth.policy.test.TestResource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class PatchTest {
    private static final ResourceTypes TEMPLATES = ResourceTypes.of(LaunchTemplate.class);
    private static final Property<String> NAME = TEMPLATES.text("name");
    private static final ObjectProperty<Properties> METADATA = TEMPLATES.object("metadataOptions");
    private static final Property<String> TOKENS = METADATA.fields().text("httpTokens");
    private static final ObjectProperty<List<Properties>> DISKS = TEMPLATES.objects("blockDeviceMappings");
    private static final Property<String> DISK_NAME = DISKS.fields().text("deviceName");

    @Test
    void setsAndUnsetsAndLeavesTheRest() {
        assertThat(applied(Patch.put(NAME, "new"), Map.of("name", "old", "kernelId", "k")))
                .isEqualTo(values(Map.of("name", "new", "kernelId", "k")));
        assertThat(applied(Patch.remove(NAME), Map.of("name", "old", "kernelId", "k")))
                .isEqualTo(values(Map.of("kernelId", "k")));
    }

    @Test
    void doesOneAfterTheOther() {
        assertThat(applied(Patch.put(NAME, "one").and(Patch.put(NAME, "two")), Map.of()))
                .isEqualTo(values(Map.of("name", "two")));
    }

    @Test
    void changesAnObjectAndMakesOneThatIsNotThere() {
        Patch patch = Patch.inside(METADATA, Patch.put(TOKENS, "required"));

        assertThat(applied(patch, Map.of("metadataOptions", Map.of("httpEndpoint", "enabled"))))
                .isEqualTo(
                        values(Map.of("metadataOptions", Map.of("httpEndpoint", "enabled", "httpTokens", "required"))));
        assertThat(applied(patch, Map.of()))
                .isEqualTo(values(Map.of("metadataOptions", Map.of("httpTokens", "required"))));
        assertThat(applied(patch, Map.of("metadataOptions", new Value.Nil())))
                .isEqualTo(values(Map.of("metadataOptions", Map.of("httpTokens", "required"))));
    }

    @Test
    void keepsSecretWhatWasSecret() {
        var secret = new Value.Secret(new Value.Text("old"));

        assertThat(applied(Patch.put(NAME, "new"), Map.of("name", secret)))
                .isEqualTo(Map.of("name", new Value.Secret(new Value.Text("new"))));
    }

    @Test
    void changesAnObjectInsideASecretOne() {
        var secret = new Value.Secret(Value.of(Map.of("httpEndpoint", "enabled")));

        assertThat(applied(Patch.inside(METADATA, Patch.put(TOKENS, "required")), Map.of("metadataOptions", secret)))
                .isEqualTo(Map.of(
                        "metadataOptions",
                        new Value.Secret(Value.of(Map.of("httpEndpoint", "enabled", "httpTokens", "required")))));
    }

    @Test
    void waitsForAnObjectThatIsUnknown() {
        Patch patch = Patch.inside(METADATA, Patch.put(TOKENS, "required"));

        assertThatThrownBy(() -> applied(patch, Map.of("metadataOptions", new Value.Unknown())))
                .isInstanceOf(UnknownValueException.class)
                .hasMessage("metadataOptions is not known before the deployment");
    }

    @Test
    void changesEachObjectOfAListByItsOwn() {
        List<Map<String, String>> disks = List.of(Map.of("deviceName", "a"), Map.of("deviceName", "b"));
        Resource template = TestResource.of(LaunchTemplate.class, "t")
                .with("blockDeviceMappings", disks)
                .resource();
        Patch patch = Patch.insideEach(
                template.properties(),
                DISKS,
                disk -> disk.get(DISK_NAME).orElseThrow().equals("b") ? Patch.put(DISK_NAME, "c") : Patch.NONE);

        assertThat(applied(patch, Map.of("blockDeviceMappings", disks)))
                .isEqualTo(values(
                        Map.of("blockDeviceMappings", List.of(Map.of("deviceName", "a"), Map.of("deviceName", "c")))));
    }

    @Test
    void isEmptyIfNothingInsideChanges() {
        assertThat(Patch.inside(METADATA, Patch.NONE).isEmpty()).isTrue();
        assertThat(Patch.NONE.summary()).isEmpty();
    }

    @Test
    void tellsWhatItChangesButNoValue() {
        Patch patch = Patch.put(NAME, "hunter22")
                .and(Patch.inside(METADATA, Patch.put(TOKENS, "required")))
                .and(Patch.remove(TEMPLATES.text("kernelId")));

        assertThat(patch.summary()).isEqualTo("sets metadataOptions.httpTokens, name; removes kernelId");
    }

    private static Map<String, Value> applied(Patch patch, Map<String, ?> values) {
        return patch.apply(values(values));
    }

    private static Map<String, Value> values(Map<String, ?> values) {
        return ((Value.Fields) Value.of(values)).values();
    }
}
