package dev.plinth.policies.security.network;

import static org.assertj.core.api.Assertions.assertThat;

import com.pulumi.aws.ec2.Instance;
import com.pulumi.aws.ec2.LaunchTemplate;
import com.pulumi.aws.ec2.LaunchTemplateArgs;
import com.pulumi.aws.ec2.inputs.LaunchTemplateMetadataOptionsArgs;
import dev.plinth.policy.test.PolicyTest;
import dev.plinth.policy.test.TestResource;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class InstanceImdsv2Test {
    private final PolicyTest rule = PolicyTest.of(new InstanceImdsv2());
    private final TestResource instance = TestResource.of(Instance.class, "machine");

    @Test
    void acceptsMetadataThatNeedAToken() {
        assertThat(rule.violations(template("enabled", "required"))).isEmpty();
    }

    @Test
    void rejectsMetadataThatDoNot() {
        assertThat(rule.violations(template("enabled", "optional")))
                .containsExactly("nodes gives its metadata without a token, as metadataOptions.httpTokens is optional");
    }

    @Test
    void rejectsTheDefault() {
        assertThat(rule.violations(instance, TestResource.of(LaunchTemplate.class, "nodes")))
                .containsExactly(
                        "machine gives its metadata without a token, as metadataOptions.httpTokens is not set",
                        "nodes gives its metadata without a token, as metadataOptions.httpTokens is not set");
    }

    @Test
    void acceptsAMachineThatTellsNothingAtAll() {
        assertThat(rule.violations(template("disabled", "optional"))).isEmpty();
    }

    @Test
    void leavesAnInstanceToItsTemplate() {
        var made = instance.with("launchTemplate", Map.of("id", "lt-1"));

        assertThat(rule.notApplicable(made)).containsExactly("judges the machine's launch template instead");
        assertThat(rule.violations(made.with("metadataOptions", Map.of("httpTokens", "optional"))))
                .hasSize(1);
    }

    @Test
    void waitsForAnUnknownValue() {
        assertThat(rule.undecided(instance.unknown("metadataOptions")))
                .containsExactly("machine: metadataOptions is not known before the deployment");
    }

    @Test
    void putsAMachineRightAndKeepsItsOtherOptions() {
        TestResource remedied = rule.remedied(template("enabled", "optional"));

        assertThat(rule.violations(remedied)).isEmpty();
        assertThat(rule.remedied(remedied).resource()).isEqualTo(remedied.resource());
        assertThat(remedied.resource().get(Metadata.OPTIONS).orElseThrow().get(Metadata.HOPS))
                .hasValue(2);
    }

    @Test
    void turnsTheEndpointOnWithoutWhichTheProviderDropsTheTokens() {
        var options = rule.remedied(instance).resource().get(Metadata.OPTIONS).orElseThrow();

        assertThat(options.get(Metadata.ENDPOINT)).hasValue("enabled");
        assertThat(options.get(Metadata.TOKENS)).hasValue("required");
    }

    private static TestResource template(String endpoint, String tokens) {
        return TestResource.of(
                LaunchTemplate.class,
                "nodes",
                LaunchTemplateArgs.builder()
                        .metadataOptions(LaunchTemplateMetadataOptionsArgs.builder()
                                .httpEndpoint(endpoint)
                                .httpTokens(tokens)
                                .httpPutResponseHopLimit(2)
                                .build())
                        .build());
    }
}
