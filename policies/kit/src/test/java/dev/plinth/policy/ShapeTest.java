package dev.plinth.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.pulumi.aws.ec2.LaunchTemplate;
import com.pulumi.aws.rds.Instance;
import com.pulumi.aws.rds.ParameterGroup;
import com.pulumi.kubernetes.policy.v1.PodDisruptionBudget;
import org.junit.jupiter.api.Test;

final class ShapeTest {
    @Test
    void joinsTypesAndStillChecksEachOfThem() {
        ResourceTypes joined = ResourceTypes.of(Instance.class).and(ResourceTypes.of(ParameterGroup.class));

        assertThat(joined.tokens())
                .containsExactly("aws:rds/instance:Instance", "aws:rds/parameterGroup:ParameterGroup");
        assertThatThrownBy(() -> joined.text("engine"))
                .hasMessageStartingWith("aws:rds/parameterGroup:ParameterGroup has no property 'engine'");
        assertThat(joined.and(ResourceTypes.every()).isEvery()).isTrue();
    }

    @Test
    void joinsObjectsOfSeveralPlacesAndStillChecksEachOfThem() {
        var template = ResourceTypes.of(LaunchTemplate.class);
        var options = template.object("metadataOptions").fields();
        var joined = Shape.together(options, template.object("monitoring").fields());

        assertThat(Shape.together(options, options).text("httpTokens").name()).isEqualTo("httpTokens");
        assertThatThrownBy(() -> joined.text("httpTokens"))
                .hasMessageStartingWith(
                        "aws:ec2/launchTemplate:LaunchTemplate.monitoring has no property 'httpTokens'");
    }

    @Test
    void readsAsOpenOnlyWhatTheSdkLeavesOpen() {
        var spec = ResourceTypes.of(PodDisruptionBudget.class).object("spec").fields();

        assertThat(spec.open("maxUnavailable").name()).isEqualTo("maxUnavailable");
        assertThatThrownBy(() -> spec.open("unhealthyPodEvictionPolicy")).hasMessageContaining("as String");
    }
}
