package dev.plinth.policy.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.pulumi.kubernetes.core.v1.Namespace;
import com.pulumi.kubernetes.core.v1.NamespaceArgs;
import com.pulumi.kubernetes.meta.v1.inputs.ObjectMetaArgs;
import dev.plinth.policy.Resource;
import dev.plinth.policy.ResourceTypes;
import dev.plinth.policy.UnknownValueException;
import dev.plinth.policy.Value;
import dev.plinth.policy.test.TestResource;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class MetadataTest {
    private final Metadata metadata = Metadata.of(ResourceTypes.of(Namespace.class));

    @Test
    void readsNamesAndLabels() {
        Resource object = object(ObjectMetaArgs.builder()
                .name("app")
                .namespace("room")
                .labels(Map.of("tier", "api"))
                .annotations(Map.of("owner", "platform")));

        assertThat(metadata.name(object)).contains("app");
        assertThat(metadata.namespace(object)).contains("room");
        assertThat(metadata.label(object.properties(), "tier")).contains("api");
        assertThat(metadata.label(object.properties(), "owner")).isEmpty();
        assertThat(metadata.annotation(object.properties(), "owner")).contains("platform");
        assertThat(metadata.annotations(object.properties())).containsOnlyKeys("owner");
    }

    @Test
    void findsNothingInAnObjectWithoutMetadata() {
        Resource object = TestResource.of(Namespace.class, "room").resource();

        assertThat(metadata.name(object)).isEmpty();
        assertThat(metadata.hasNamespace(object)).isFalse();
        assertThat(metadata.knownNamespace(object)).isEmpty();
        assertThat(metadata.annotations(object.properties())).isEmpty();
    }

    @Test
    void saysThatANamespaceIsSetBeforeItIsKnown() {
        Resource unknown = with("namespace", new Value.Unknown());

        assertThat(metadata.hasNamespace(unknown)).isTrue();
        assertThat(metadata.knownNamespace(unknown)).isEmpty();
        assertThatThrownBy(() -> metadata.namespace(unknown)).isInstanceOf(UnknownValueException.class);
        assertThat(metadata.hasNamespace(TestResource.of(Namespace.class, "room")
                        .unknown("metadata")
                        .resource()))
                .isTrue();
    }

    @Test
    void readsALabelBesideOneThatIsUnknown() {
        Resource object = with("labels", Map.of("known", "yes", "unknown", new Value.Unknown()));

        assertThat(metadata.label(object.properties(), "known")).contains("yes");
        assertThatThrownBy(() -> metadata.label(object.properties(), "unknown"))
                .hasMessage(
                        "unknown of kubernetes:core/v1:Namespace.metadata.labels is not known before the deployment");
    }

    @Test
    void setsALabelAndLeavesTheOthersAsTheyAre() {
        var secret = new Value.Secret(Value.of("hunter22"));
        var labels = Map.of("metadata", Value.of(Map.of("labels", Map.of("old", secret))));

        assertThat(metadata.label("tier", "api").apply(labels))
                .isEqualTo(Map.of("metadata", Value.of(Map.of("labels", Map.of("old", secret, "tier", "api")))));
        assertThat(metadata.label("tier", "api").apply(Map.of()))
                .isEqualTo(Map.of("metadata", Value.of(Map.of("labels", Map.of("tier", "api")))));
    }

    private static Resource with(String property, Object value) {
        return TestResource.of(Namespace.class, "room")
                .with("metadata", Map.of(property, value))
                .resource();
    }

    private static Resource object(ObjectMetaArgs.Builder args) {
        return TestResource.of(
                        Namespace.class,
                        "room",
                        NamespaceArgs.builder().metadata(args.build()).build())
                .resource();
    }
}
