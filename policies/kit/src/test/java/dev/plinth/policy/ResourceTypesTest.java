package dev.plinth.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.pulumi.aws.Provider;
import com.pulumi.aws.ec2.LaunchTemplate;
import com.pulumi.aws.rds.Cluster;
import com.pulumi.aws.rds.Instance;
import com.pulumi.aws.rds.ParameterGroup;
import com.pulumi.resources.ComponentResource;
import org.junit.jupiter.api.Test;

final class ResourceTypesTest {
    private static final ResourceTypes DATABASES = ResourceTypes.of(Instance.class, Cluster.class);

    @Test
    void readsTheTokensFromTheSdkClasses() {
        assertThat(DATABASES.tokens()).containsExactly("aws:rds/instance:Instance", "aws:rds/cluster:Cluster");
        assertThat(ResourceTypes.of(Provider.class).tokens()).containsExactly("pulumi:providers:aws");
    }

    @Test
    void refusesAClassThatIsNoResourceOfAnSdk() {
        assertThatThrownBy(() -> ResourceTypes.of(ComponentResource.class))
                .isInstanceOf(PolicyPackException.class)
                .hasMessage("com.pulumi.resources.ComponentResource is no resource of an SDK: it has no @ResourceType");
    }

    @Test
    void refusesAMistypedPropertyAndSaysWhatWasMeant() {
        assertThatThrownBy(() -> DATABASES.flag("publicalyAccessible"))
                .isInstanceOf(PolicyPackException.class)
                .hasMessage("aws:rds/instance:Instance has no property 'publicalyAccessible';"
                        + " did you mean 'publiclyAccessible'?");
    }

    @Test
    void refusesAPropertyThatIsNothingLikeAnyAndListsThemAll() {
        assertThatThrownBy(() -> ResourceTypes.of(ParameterGroup.class).text("colourOfTheServer"))
                .hasMessageContaining("its properties are arn, description, family, id, name, namePrefix, parameters,");
    }

    @Test
    void refusesAPropertyThatOneOfSeveralTypesDoesNotHave() {
        assertThatThrownBy(() -> DATABASES.text("replicateSourceDb"))
                .hasMessageStartingWith("aws:rds/cluster:Cluster has no property 'replicateSourceDb'");
    }

    @Test
    void refusesToReadAPropertyAsWhatItIsNot() {
        assertThatThrownBy(() -> DATABASES.integer("storageEncrypted"))
                .hasMessage("aws:rds/instance:Instance has 'storageEncrypted' as Boolean,"
                        + " which integer(\"storageEncrypted\") cannot read");
        assertThatThrownBy(() -> DATABASES.text("vpcSecurityGroupIds"))
                .hasMessageContaining("has 'vpcSecurityGroupIds' as List<String>");
        assertThatThrownBy(() -> DATABASES.flag("allocatedStorage")).hasMessageContaining("as Integer");
        assertThatThrownBy(() -> DATABASES.texts("engine")).hasMessageContaining("as String");
        assertThatThrownBy(() -> DATABASES.object("tags")).hasMessageContaining("as Map<String, String>");
    }

    @Test
    void knowsTheObjectsInsideAResource() {
        var options = ResourceTypes.of(LaunchTemplate.class).object("metadataOptions");

        assertThat(options.fields().text("httpTokens").name()).isEqualTo("httpTokens");
        assertThatThrownBy(() -> options.fields().text("httpToken"))
                .hasMessage("aws:ec2/launchTemplate:LaunchTemplate.metadataOptions has no property 'httpToken';"
                        + " did you mean 'httpTokens'?");
    }

    @Test
    void knowsTheIdThatTheSdksClassesInherit() {
        assertThat(ResourceTypes.of(Instance.class).text("id").name()).isEqualTo("id");
    }

    @Test
    void knowsOutputsThatAreNoInputs() {
        assertThat(ResourceTypes.of(Instance.class).text("endpoint").name()).isEqualTo("endpoint");
    }
}
