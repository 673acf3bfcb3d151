package dev.plinth.sandbox;

import static dev.plinth.sandbox.EngineClient.urn;
import static dev.plinth.sandbox.Inputs.fields;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plinth.sandbox.aws.AwsFunctions;
import dev.plinth.sandbox.aws.AwsKinds;
import dev.plinth.sandbox.docker.DockerKinds;
import dev.plinth.sandbox.provider.ProviderOptions;
import dev.plinth.sandbox.provider.ProviderServer;
import dev.plinth.sandbox.provider.SandboxProvider;
import dev.plinth.sandbox.resource.Lifecycle;
import dev.plinth.sandbox.schema.SdkSchema;
import dev.plinth.sandbox.state.StateStore;
import dev.plinth.sandbox.value.Properties;
import dev.plinth.sandbox.value.Value;
import dev.plinth.sandbox.value.Value.Fields;
import io.grpc.StatusRuntimeException;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pulumirpc.Provider.DiffResponse.DiffChanges;

/** The protocol over a real connection, with types for which nothing runs. */
final class ProviderTest {
    private static final SdkSchema SDKS = new SdkSchema();
    private static final String VPC = urn("aws:ec2/vpc:Vpc", "network");
    private static final String QUEUE = urn("aws:sqs/queue:Queue", "jobs");
    private static final Fields NETWORK = fields("cidrBlock", "10.0.0.0/16", "tags", Map.of("Name", "network"));

    @TempDir
    private Path folder = Path.of("");

    private StateStore state;
    private ProviderServer server;
    private final List<EngineClient> runs = new ArrayList<>();
    private EngineClient engine;

    @BeforeEach
    void serve() throws IOException {
        state = StateStore.open(folder);
        var kinds = new SandboxKinds(SDKS, Map.of(), Map.of("aws", AwsKinds.rest(), "docker", DockerKinds.rest()));
        server = ProviderServer.start(new SandboxProvider(
                new Lifecycle(kinds, state), new ProviderOptions(SDKS), new AwsFunctions(new SecureRandom())));
        engine = run(fields("region", "eu-central-1"));
    }

    @AfterEach
    void stop() {
        runs.forEach(EngineClient::close);
        server.close();
    }

    @Test
    void inPreviewWhatTheProgramGaveIsKnownAndTheRestIsNot() {
        var outputs = engine.preview(VPC, NETWORK);

        assertThat(outputs.find("cidrBlock")).contains(Value.text("10.0.0.0/16"));
        assertThat(outputs.find("arn")).contains(Value.unknown());
        assertThat(state.all()).isEmpty();
    }

    @Test
    void whatTheCloudAddsInsideOfAGivenObjectIsUnknownUntilItIsThere() {
        var urn = urn("aws:eks/cluster:Cluster", "cluster");
        var inputs = fields("roleArn", "arn:aws:iam::1:role/r", "vpcConfig", Map.of("subnetIds", List.of("subnet-1")));
        var changed = fields("roleArn", "arn:aws:iam::1:role/r", "vpcConfig", Map.of("subnetIds", List.of("subnet-2")));

        assertThat(group(engine.preview(urn, inputs))).contains(Value.unknown());
        var cluster = engine.create(urn, inputs);
        assertThat(group(engine.previewUpdate(cluster, changed))).isEqualTo(group(cluster.outputs()));
    }

    @Test
    void aPreviewKnowsWhatOnlyTheProgramSetsAndDidNot() {
        var selection = urn("aws:backup/selection:Selection", "chosen");
        var outputs =
                engine.preview(selection, fields("planId", "p", "iamRoleArn", "arn:aws:iam::000000000000:role/r"));

        assertThat(outputs.find("selectionTags")).isEmpty();
        assertThat(outputs.find("conditions")).contains(Value.unknown());
    }

    @Test
    void aPreviewKnowsTheTagsThatTheProviderAdds() {
        assertThat(new Properties(engine.preview(VPC, NETWORK)).textMap("tagsAll"))
                .containsEntry("Name", "network");
    }

    @Test
    void computesWhatTheSdkPromises() {
        var vpc = engine.create(VPC, NETWORK);
        var outputs = new Properties(vpc.outputs());

        assertThat(vpc.id()).matches("vpc-[0-9a-f]{17}");
        assertThat(outputs.text("arn")).contains("arn:aws:ec2:eu-central-1:000000000000:vpc/" + vpc.id());
        assertThat(outputs.textMap("tagsAll")).containsEntry("Name", "network");
        SDKS.find("aws:ec2/vpc:Vpc").orElseThrow().outputs().values().stream()
                .filter(property -> property.required())
                .forEach(property -> assertThat(vpc.outputs().entries()).containsKey(property.name()));
    }

    @Test
    void computesInTheFormThatProgramsRelyOn() {
        var repository = engine.create(urn("aws:ecr/repository:Repository", "api"), fields("name", "api"));
        var subnet = engine.create(urn("aws:ec2/subnet:Subnet", "a"), fields("vpcId", "vpc-1"));

        assertThat(new Properties(repository.outputs()).text("repositoryUrl"))
                .contains("000000000000.dkr.ecr.eu-central-1.amazonaws.com/api");
        assertThat(new Properties(subnet.outputs()).text("availabilityZone")).contains("eu-central-1a");
    }

    @Test
    void aSecondRunChangesNothing() {
        var queue = engine.create(QUEUE, fields("delaySeconds", 5));

        var difference = run(fields("region", "eu-central-1")).diff(queue, fields("delaySeconds", 5));

        assertThat(difference.getChanges()).isEqualTo(DiffChanges.DIFF_NONE);
        assertThat(difference.getDetailedDiffMap()).isEmpty();
    }

    @Test
    void makesUpANameOnceAndKeepsIt() {
        var queue = engine.create(QUEUE, fields("delaySeconds", 5));
        var name = new Properties(queue.outputs()).text("name").orElseThrow();

        var changed = engine.update(queue, fields("delaySeconds", 6));

        assertThat(name).matches("jobs-[0-9a-f]{7}");
        assertThat(new Properties(changed.outputs()).text("name")).contains(name);
    }

    @Test
    void tellsWhatChangesAndWhatReplaces() {
        var vpc = engine.create(VPC, NETWORK);

        var difference = engine.diff(vpc, fields("cidrBlock", "10.1.0.0/16", "enableDnsSupport", true));

        assertThat(difference.getReplacesList()).containsExactly("cidrBlock");
        assertThat(difference.getDiffsList()).containsExactly("cidrBlock", "enableDnsSupport", "tags");
        assertThat(difference.getDetailedDiffMap()).containsOnlyKeys("cidrBlock", "enableDnsSupport", "tags");
        assertThat(difference.getDeleteBeforeReplace()).isFalse();
    }

    @Test
    void twoThatNeedTheSameNameCannotExistAtOnce() {
        var queue = engine.create(QUEUE, fields("name", "jobs"));

        assertThat(engine.diff(queue, fields("name", "tasks")).getDeleteBeforeReplace())
                .isTrue();
    }

    @Test
    void ignoresWhatTheProgramIgnores() {
        var vpc = engine.create(VPC, NETWORK);

        var difference = engine.diff(vpc, fields("cidrBlock", "10.1.0.0/16"), "cidrBlock", "tags");

        assertThat(difference.getChanges()).isEqualTo(DiffChanges.DIFF_NONE);
    }

    @Test
    void anUpdateKeepsWhatWasComputed() {
        var vpc = engine.create(VPC, NETWORK);
        var inputs = NETWORK.with("tags", fields("Name", "other"));

        var previewed = engine.previewUpdate(vpc, inputs);

        assertThat(previewed.find("arn")).isEqualTo(vpc.outputs().find("arn"));
        assertThat(new Properties(previewed).textMap("tagsAll")).containsEntry("Name", "other");
        assertThat(engine.update(vpc, inputs).outputs()).isEqualTo(previewed);
    }

    @Test
    void aReplacementLivesBesideTheOldUntilThatIsDeleted() {
        var old = engine.create(VPC, NETWORK);
        var next = run(fields("region", "eu-central-1"));
        next.diff(old, fields("cidrBlock", "10.1.0.0/16"));

        var replacement = next.create(VPC, fields("cidrBlock", "10.1.0.0/16"));

        assertThat(replacement.id()).isNotEqualTo(old.id());
        assertThat(engine.read(old)).isEqualTo(old.id());
        engine.delete(old);
        assertThat(engine.read(old)).isEmpty();
        assertThat(engine.read(replacement)).isEqualTo(replacement.id());
    }

    @Test
    void whatAKilledRunLeftIsRemovedWhenItIsMadeAnew() {
        engine.create(VPC, NETWORK);

        var again = run(fields("region", "eu-central-1")).create(VPC, fields("cidrBlock", "10.1.0.0/16"));

        assertThat(state.all()).singleElement().satisfies(kept -> {
            assertThat(kept.id()).isEqualTo(again.id());
            assertThat(kept.inputs().find("cidrBlock")).contains(Value.text("10.1.0.0/16"));
        });
    }

    @Test
    void deletingTwiceIsFine() {
        var vpc = engine.create(VPC, NETWORK);
        engine.delete(vpc);
        engine.delete(vpc);

        assertThat(state.all()).isEmpty();
    }

    @Test
    void secretsStaySecret() {
        var urn = urn("aws:secretsmanager/secretVersion:SecretVersion", "master");
        var secret = new Value.Secret(Value.text("hunter2"));

        var version = engine.create(urn, fields("secretId", "arn:aws:a:b:c:d", "secretString", secret));

        assertThat(version.outputs().find("secretString")).contains(secret);
        assertThat(StateStore.open(folder)
                        .all()
                        .findFirst()
                        .orElseThrow()
                        .inputs()
                        .find("secretString"))
                .contains(secret);
    }

    @Test
    void everyProviderOfARunHasItsOwnOptions() {
        var tags = "{\"tags\":{\"Team\":\"platform\"}}";
        var ireland =
                run(fields("region", "eu-west-1", "defaultTags", tags, "allowedAccountIds", "[\"111122223333\"]"));

        var there = new Properties(
                ireland.create(urn("aws:ec2/vpc:Vpc", "there"), NETWORK).outputs());
        var here = new Properties(engine.create(VPC, NETWORK).outputs());

        assertThat(there.text("arn").orElseThrow()).startsWith("arn:aws:ec2:eu-west-1:111122223333:vpc/");
        assertThat(there.textMap("tagsAll")).containsEntry("Team", "platform").containsEntry("Name", "network");
        assertThat(here.text("arn").orElseThrow()).startsWith("arn:aws:ec2:eu-central-1:000000000000:vpc/");
        assertThat(here.textMap("tagsAll")).doesNotContainKey("Team");
    }

    @Test
    void faultsAreToldWithTheirPlaces() {
        var failures = engine.check(VPC, fields(), fields("cidrBlok", "10.0.0.0/16", "tags", "none"))
                .getFailuresList();

        assertThat(failures)
                .extracting(failure -> failure.getReason())
                .containsExactlyInAnyOrder(
                        "cidrBlok: the SDK has no such input of aws:ec2/vpc:Vpc; did you mean cidrBlock?",
                        "tags: expected a map, found \"none\"");
        assertThat(engine.checkOptions("aws", fields("regoin", "eu-central-1")).getFailuresList())
                .extracting(failure -> failure.getReason())
                .containsExactly("regoin: the SDK has no such input of pulumi:providers:aws; did you mean region?");
    }

    @Test
    void theEngineIsNotLedToPrintASecret() {
        var urn = urn("aws:rds/instance:Instance", "database");
        var inputs = fields("instanceClass", "db.t4g.micro", "password", new Value.Secret(Value.text("hunter2")));

        assertThat(engine.check(urn, fields(), inputs).getFailuresList())
                .singleElement()
                .satisfies(failure -> {
                    assertThat(failure.getProperty()).isEmpty();
                    assertThat(failure.getReason()).startsWith("password: ").doesNotContain("hunter2");
                });
    }

    @Test
    void aTypeThatNoSdkHasIsRefusedByName() {
        assertThatThrownBy(() -> engine.check(urn("aws:rds/instances:Instances", "db"), fields(), fields()))
                .isInstanceOf(StatusRuntimeException.class)
                .hasMessageContaining("aws:rds/instances:Instances db")
                .hasMessageContaining("no resource type")
                .hasMessageNotContaining("Exception:");
    }

    @Test
    void aFunctionThatTheSandboxLacksIsRefusedByName() {
        assertThat(engine.invoke("aws:index/getRegion:getRegion", Map.of()).find("name"))
                .contains(Value.text("eu-central-1"));
        assertThatThrownBy(() -> engine.invoke("aws:ec2/getAmi:getAmi", Map.of()))
                .hasMessageContaining("aws:ec2/getAmi:getAmi");
    }

    @Test
    void manyResourcesAtOnceAreSafe() {
        var ids = IntStream.range(0, 64)
                .parallel()
                .mapToObj(index -> engine.create(urn("aws:ec2/vpc:Vpc", "network-" + index), NETWORK)
                        .id())
                .distinct()
                .toList();

        assertThat(ids).hasSize(64);
        assertThat(StateStore.open(folder).all()).hasSize(64);
    }

    @Test
    void aLargeMessageIsTaken() {
        var large = "x".repeat(20 << 20);

        assertThat(engine.check(QUEUE, fields(), fields("policy", large)).getFailuresList())
                .isEmpty();
    }

    private static Optional<Value> group(Fields cluster) {
        return new Properties(cluster).in("vpcConfig").fields().find("clusterSecurityGroupId");
    }

    private EngineClient run(Fields options) {
        var run = new EngineClient(server.port()).configured(options);
        runs.add(run);
        return run;
    }
}
