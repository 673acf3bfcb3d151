package dev.plinth.sandbox.aws;

import static dev.plinth.sandbox.Inputs.fields;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.sandbox.resource.Desired;
import dev.plinth.sandbox.resource.Settings;
import dev.plinth.sandbox.resource.Settings.Mutable;
import dev.plinth.sandbox.schema.SdkSchema;
import dev.plinth.sandbox.state.Urn;
import dev.plinth.sandbox.value.Properties;
import dev.plinth.sandbox.value.Value;
import dev.plinth.sandbox.value.Value.Fields;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TypeFactsTest {
    private static final SdkSchema SDKS = new SdkSchema();
    private static final Settings IRELAND =
            new Settings("eu-west-1", "111122223333", Map.of(), new Mutable(false, false), "default", Path.of(""));

    @Test
    void everyRowNamesAnOutputAndInputsOfTheSdk() {
        assertThat(TypeFacts.ALL).hasSizeGreaterThan(150).allSatisfy((token, facts) -> {
            var schema = SDKS.find(token).orElseThrow(() -> new AssertionError(token));
            assertThat(schema.outputs().keySet())
                    .as(token)
                    .containsAll(facts.outputs().keySet().stream()
                            .map(path -> path.split("\\.", 2)[0])
                            .toList());
            facts.replaceRules().ifPresent(rules -> {
                assertThat(schema.inputs().keySet())
                        .as(token)
                        .containsAll(rules.paths().stream()
                                .map(path -> path.split("\\.", 2)[0])
                                .toList());
                assertThat(rules.source()).startsWith("internal/service/");
            });
        });
    }

    @Test
    void everyTemplateCanBeFilled() {
        assertThat(TypeFacts.ALL.keySet()).allSatisfy(token -> {
            var desired = desired(token, Fields.EMPTY);
            var id = AwsIds.of(desired);
            assertThat(id).as(token).doesNotContain("{", "}");
            assertThat(String.valueOf(AwsOutputs.of(desired, id))).as(token).doesNotContain("{in", "{hex");
        });
    }

    @ParameterizedTest
    @CsvSource({
        "aws:kms/key:Key, arn:aws:kms:eu-west-1:111122223333:key/",
        "aws:sns/topic:Topic, arn:aws:sns:eu-west-1:111122223333:it",
        "aws:backup/vault:Vault, arn:aws:backup:eu-west-1:111122223333:backup-vault:it",
        "aws:iam/role:Role, arn:aws:iam::111122223333:role/it",
        "aws:cloudfront/distribution:Distribution, arn:aws:cloudfront::111122223333:distribution/E",
        "aws:route53/zone:Zone, arn:aws:route53:::hostedzone/Z",
        "aws:s3/bucketV2:BucketV2, arn:aws:s3:::it",
        "aws:wafv2/webAcl:WebAcl, arn:aws:wafv2:eu-west-1:111122223333:regional/webacl/it/",
        "aws:secretsmanager/secret:Secret, arn:aws:secretsmanager:eu-west-1:111122223333:secret:it-",
    })
    void arnsCarryTheRegionAndAccountOfTheirProviderWhereTheServiceHasThem(String token, String start) {
        assertThat(outputs(token, Fields.EMPTY).text("arn").orElseThrow()).startsWith(start);
    }

    @Test
    void aClusterHasWhatAKubeconfigNeeds() {
        var cluster = outputs("aws:eks/cluster:Cluster", fields("vpcConfig", Map.of("subnetIds", List.of("subnet-1"))));

        assertThat(cluster.text("endpoint").orElseThrow()).matches("https://[0-9A-F]{32}\\.gr7\\.eu-west-1\\.eks\\..*");
        assertThat(cluster.each("identities")
                        .getFirst()
                        .each("oidcs")
                        .getFirst()
                        .text("issuer"))
                .isPresent();
        assertThat(cluster.in("vpcConfig").text("clusterSecurityGroupId").orElseThrow())
                .startsWith("sg-");
        assertThat(cluster.in("vpcConfig").texts("subnetIds")).containsExactly("subnet-1");
    }

    @Test
    void aZoneHasFourNameServersAndALaunchTemplateANumber() {
        assertThat(outputs("aws:route53/zone:Zone", Fields.EMPTY).texts("nameServers"))
                .hasSize(4);
        assertThat(outputs("aws:ec2/managedPrefixList:ManagedPrefixList", Fields.EMPTY)
                        .whole("version"))
                .contains(1);
    }

    @Test
    void theRotationFunctionIsTheOneThatTheStackWasToldToMake() {
        var stack = outputs(
                "aws:serverlessrepository/cloudFormationStack:CloudFormationStack",
                fields("parameters", Map.of("functionName", "rotate")));

        assertThat(stack.in("outputs").text("RotationLambdaARN"))
                .contains("arn:aws:lambda:eu-west-1:111122223333:function:rotate");
    }

    @Test
    void anEtagFollowsTheInputs() {
        var token = "aws:cloudfront/originAccessControl:OriginAccessControl";

        assertThat(outputs(token, fields("signingBehavior", "always")).text("etag"))
                .isNotEqualTo(outputs(token, fields("signingBehavior", "never")).text("etag"));
    }

    private static Properties outputs(String token, Fields inputs) {
        var desired = desired(token, inputs);
        return new Properties(AwsOutputs.of(desired, AwsIds.of(desired)));
    }

    private static Desired desired(String token, Fields inputs) {
        var schema = SDKS.find(token).orElseThrow();
        var named = AwsNames.of(schema).isPresent() || schema.inputs().containsKey("name");
        var property = AwsNames.of(schema).map(naming -> naming.property()).orElse("name");
        var all = named && inputs.find(property).isEmpty() ? inputs.with(property, Value.text("it")) : inputs;
        return new Desired(new Urn("urn:pulumi:test::sandbox::" + token + "::it"), schema, 0, all, IRELAND);
    }
}
