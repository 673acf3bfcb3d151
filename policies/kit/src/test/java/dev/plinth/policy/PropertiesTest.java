package dev.plinth.policy;

import static dev.plinth.policy.SampleRules.DAYS;
import static dev.plinth.policy.SampleRules.INSTANCES;
import static dev.plinth.policy.SampleRules.PASSWORD;
import static dev.plinth.policy.SampleRules.SOURCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.pulumi.aws.Provider;
import com.pulumi.aws.ProviderArgs;
import com.pulumi.aws.ec2.LaunchTemplate;
import com.pulumi.aws.inputs.ProviderDefaultTagsArgs;
import com.pulumi.aws.rds.Instance;
import com.pulumi.aws.rds.ParameterGroup;
import dev.plinth.policy.test.TestResource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class PropertiesTest {
    private static final Property<Boolean> PUBLIC = INSTANCES.flag("publiclyAccessible");
    private static final Property<List<String>> GROUPS = INSTANCES.texts("vpcSecurityGroupIds");

    @Test
    void readsWhatIsSet() {
        Resource database = database()
                .with("publiclyAccessible", true)
                .with("backupRetentionPeriod", 7)
                .with("replicateSourceDb", "other")
                .with("vpcSecurityGroupIds", List.of("one", "two"))
                .resource();

        assertThat(database.get(PUBLIC)).hasValue(true);
        assertThat(database.get(DAYS)).hasValue(7);
        assertThat(database.get(SOURCE)).hasValue("other");
        assertThat(database.get(GROUPS)).hasValue(List.of("one", "two"));
    }

    @Test
    void findsNothingWhereNothingIsSet() {
        assertThat(database().resource().get(DAYS)).isEmpty();
        assertThat(database().resource().has(DAYS)).isFalse();
        assertThat(database()
                        .with("backupRetentionPeriod", new Value.Nil())
                        .resource()
                        .get(DAYS))
                .isEmpty();
    }

    @Test
    void takesEmptyForNotSet() {
        assertThat(database().with("replicateSourceDb", "").resource().has(SOURCE))
                .isFalse();
        assertThat(database().with("vpcSecurityGroupIds", List.of()).resource().has(GROUPS))
                .isFalse();
        assertThat(database().with("publiclyAccessible", false).resource().has(PUBLIC))
                .isTrue();
    }

    @Test
    void throwsOnceForAnUnknownValueThatIsNonethelessSet() {
        Resource database = database().unknown("backupRetentionPeriod").resource();

        assertThat(database.has(DAYS)).isTrue();
        assertThat(database.isUnknown(DAYS)).isTrue();
        assertThatThrownBy(() -> database.get(DAYS))
                .isInstanceOf(UnknownValueException.class)
                .hasMessage("backupRetentionPeriod is not known before the deployment");
    }

    @Test
    void doesNotTakeWhatIsNotKnownAtAllForNotSet() {
        Resource database = database().unknown().resource();

        assertThat(database.isUnknown(DAYS)).isTrue();
        assertThatThrownBy(() -> database.get(DAYS)).isInstanceOf(UnknownValueException.class);
        assertThatThrownBy(() -> database.has(SOURCE))
                .isInstanceOf(UnknownValueException.class)
                .hasMessage("replicateSourceDb is not known before the deployment");
        assertThat(database.properties()).isNotEqualTo(database().resource().properties());
    }

    @Test
    void throwsForAnUnknownElement() {
        Resource database = database()
                .with("vpcSecurityGroupIds", List.of("one", new Value.Unknown()))
                .resource();

        assertThatThrownBy(() -> database.get(GROUPS)).isInstanceOf(UnknownValueException.class);
    }

    @Test
    void readsASecretButPrintsItAsSuch() {
        Resource database = database().secret("password", "hunter22").resource();

        assertThat(database.isSecret(PASSWORD)).isTrue();
        assertThat(database.get(PASSWORD)).hasValue("hunter22");
        assertThat(database.properties().values().toString()).isEqualTo("{password=[secret]}");
    }

    @Test
    void tellsWhatAPreviewWouldShow() {
        TestResource database = database();

        assertThat(isOpen(database.with("vpcSecurityGroupIds", List.of("one")))).isTrue();
        assertThat(isOpen(database.with("vpcSecurityGroupIds", List.of(secret("one"), "two"))))
                .isTrue();
        assertThat(isOpen(database.with("vpcSecurityGroupIds", List.of(secret("one"), ""))))
                .isFalse();
        assertThat(isOpen(database.secret("vpcSecurityGroupIds", List.of("one"))))
                .isFalse();
        assertThat(isOpen(database.unknown("vpcSecurityGroupIds"))).isFalse();
        assertThat(isOpen(database)).isFalse();
    }

    @Test
    void readsAFlagThatTheProviderWritesAsText() {
        var encrypted = ResourceTypes.of(LaunchTemplate.class).flag("ebsOptimized");
        Resource template = TestResource.of(LaunchTemplate.class, "t")
                .with("ebsOptimized", "true")
                .resource();

        assertThat(template.get(encrypted)).hasValue(true);
    }

    @Test
    void readsOneTextOfAMapBesideAnUnknownOne() {
        var tags = INSTANCES.textMap("tags");
        Resource database = database()
                .with("tags", Map.of("known", "yes", "unknown", new Value.Unknown()))
                .resource();

        assertThat(database.entry(tags, "known")).hasValue("yes");
        assertThat(database.entry(tags, "other")).isEmpty();
        assertThat(database().resource().entry(tags, "known")).isEmpty();
        assertThatThrownBy(() -> database.entry(tags, "unknown")).isInstanceOf(UnknownValueException.class);
        assertThatThrownBy(() -> database().unknown("tags").resource().entry(tags, "known"))
                .isInstanceOf(UnknownValueException.class);
    }

    @Test
    void tellsWhichValuesOfAMapAreSecretOrUnknown() {
        var tags = INSTANCES.valueMap("tags");
        var secret = new Value.Secret(Value.of("hunter22"));
        Resource database = database()
                .with("tags", Map.of("secret", secret, "unknown", new Value.Unknown()))
                .resource();

        assertThat(database.get(tags)).hasValue(Map.of("secret", secret, "unknown", new Value.Unknown()));
    }

    @Test
    void namesThePropertyButNotTheValueWhenTheTypeIsAnother() {
        Resource database = database().with("backupRetentionPeriod", "hunter22").resource();

        assertThatThrownBy(() -> database.get(DAYS))
                .isInstanceOf(PropertyTypeException.class)
                .hasMessage("aws:rds/instance:Instance.backupRetentionPeriod is not a whole number");
    }

    @Test
    void refusesToReadAResourceWithAnothersProperty() {
        Resource group = TestResource.of(ParameterGroup.class, "group").resource();

        assertThatThrownBy(() -> group.get(DAYS))
                .isInstanceOf(PolicyPackException.class)
                .hasMessage("aws:rds/parameterGroup:ParameterGroup is read with 'backupRetentionPeriod',"
                        + " a property of aws:rds/instance:Instance");
    }

    @Test
    void readsTheObjectsInsideAResource() {
        var parameters = ResourceTypes.of(ParameterGroup.class).objects("parameters");
        Property<String> name = parameters.fields().text("name");
        Resource group = TestResource.of(ParameterGroup.class, "group")
                .with("parameters", List.of(Map.of("name", "a", "value", "1"), Map.of("name", "b", "value", "2")))
                .resource();

        assertThat(group.get(parameters).orElseThrow())
                .extracting(parameter -> parameter.get(name).orElseThrow())
                .containsExactly("a", "b");
    }

    @Test
    void readsTheInputsOfAProviderThatAreJson() {
        ResourceTypes providers = ResourceTypes.of(Provider.class);
        var tags = providers.object("defaultTags");
        Property<Map<String, String>> texts = tags.fields().textMap("tags");
        Resource provider = TestResource.of(
                        Provider.class,
                        "aws",
                        ProviderArgs.builder()
                                .allowedAccountIds("111122223333")
                                .skipMetadataApiCheck(true)
                                .defaultTags(ProviderDefaultTagsArgs.builder()
                                        .tags(Map.of("Team", "core"))
                                        .build())
                                .build())
                .resource();

        assertThat(provider.properties().values())
                .containsEntry("allowedAccountIds", new Value.Text("[\"111122223333\"]"));
        assertThat(provider.get(providers.texts("allowedAccountIds"))).hasValue(List.of("111122223333"));
        assertThat(provider.get(providers.flag("skipMetadataApiCheck"))).hasValue(true);
        assertThat(provider.get(tags).orElseThrow().get(texts)).hasValue(Map.of("Team", "core"));
    }

    @Test
    void takesNoOtherTextForAList() {
        Resource database = database().with("vpcSecurityGroupIds", "hunter22").resource();

        assertThatThrownBy(() -> database.get(GROUPS))
                .hasMessage("aws:rds/instance:Instance.vpcSecurityGroupIds is not a list");
    }

    private static boolean isOpen(TestResource database) {
        return database.resource().isOpen(GROUPS);
    }

    private static Value secret(String text) {
        return new Value.Secret(Value.of(text));
    }

    private static TestResource database() {
        return TestResource.of(Instance.class, "db");
    }
}
