package dev.plinth.sandbox;

import static dev.plinth.sandbox.EngineClient.urn;
import static dev.plinth.sandbox.Inputs.fields;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plinth.sandbox.image.ImageStore;
import dev.plinth.sandbox.pod.ServerImage;
import dev.plinth.sandbox.provider.ProviderServer;
import dev.plinth.sandbox.value.Properties;
import dev.plinth.sandbox.value.Value;
import dev.plinth.sandbox.value.Value.Fields;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Kubernetes objects really run: provider calls on one side, processes on the other. */
final class ClusterIT {
    private static final String JOB = urn("kubernetes:batch/v1:Job", "migration");
    private static final String VERSION = urn("aws:secretsmanager/secretVersion:SecretVersion", "database");

    @TempDir
    private Path folder = Path.of("");

    private String image = "";
    private Cloud cloud;
    private ProviderServer server;
    private EngineClient engine;

    @BeforeEach
    void serve() throws IOException {
        image = "mdl@"
                + ServerImage.build(new ImageStore(folder.resolve("images")), folder.resolve("context"))
                        .digest();
        cloud = Cloud.open(folder);
        server = ProviderServer.start(cloud.provider());
        engine = new EngineClient(server.port()).configured(fields("region", "eu-central-1"));
    }

    @AfterEach
    void removeAll() {
        cloud.removeAll();
        end();
    }

    @Test
    void aJobRunsWithTheSecretsThatAnExternalSecretBrings() throws IOException {
        secrets("swordfish");

        var job = engine.create(JOB, job("test \"$PASSWORD\" = swordfish", Map.of()));
        var status = new Properties(job.outputs()).in("status");

        assertThat(status.whole("succeeded")).contains(1);
        assertThat(status.text("completionTime")).isPresent();
        assertThat(status.each("conditions"))
                .singleElement()
                .satisfies(condition -> assertThat(condition.text("type")).contains("Complete"));
    }

    @Test
    void aJobOfTheNextDaemonSeesTheLatestVersionOfASecret() throws IOException {
        secrets("old");
        engine.create(VERSION + "-2", version("new"));
        end();
        serve();

        var job = engine.create(JOB, job("test \"$PASSWORD\" = new", Map.of()));

        assertThat(new Properties(job.outputs()).in("status").whole("succeeded"))
                .contains(1);
    }

    @Test
    void aFailedJobIsReportedAndLeavesNothing() throws IOException {
        secrets("swordfish");

        assertThatThrownBy(() -> engine.create(JOB, job("echo no such table; exit 1", Map.of())))
                .hasMessageContaining("kubernetes:batch/v1:Job migration: job migration failed 1 times")
                .hasMessageContaining("no such table");

        assertThat(cloud.overview().machines().status()).isEmpty();
    }

    @Test
    void aJobThatNobodyAwaitsStillRuns() throws IOException {
        secrets("swordfish");

        var job = engine.create(JOB, job("exec sleep 60", Map.of("pulumi.com/skipAwait", "true")));

        assertThat(new Properties(job.outputs()).in("status").whole("active")).contains(1);
        engine.delete(job);
        assertThat(cloud.overview().machines().status()).isEmpty();
    }

    @Test
    void aChangedTemplateReplacesAJob() throws IOException {
        secrets("swordfish");
        var job = engine.create(JOB, job("true", Map.of()));

        assertThat(engine.diff(job, job("true", Map.of())).getDiffsList()).isEmpty();
        assertThat(engine.diff(job, job("false", Map.of())).getReplacesList()).isNotEmpty();
    }

    @Test
    void aJobThatNeverEndsOrRunsTwiceIsRefusedByName() {
        var job = job("true", Map.of());
        var spec = new Properties(job).in("spec").fields();

        assertThat(engine.check(JOB, fields(), job.with("spec", spec.with("parallelism", Value.number(2))))
                        .getFailuresList())
                .singleElement()
                .satisfies(failure ->
                        assertThat(failure.getReason()).startsWith("spec.parallelism: the sandbox runs one pod"));
    }

    @Test
    void anAutoscalersLowestNumberIsHowManyPodsRun() {
        var deployment = engine.create(urn("kubernetes:apps/v1:Deployment", "api"), deployment());
        assertThat(cloud.overview().machines().status()).hasSize(1);

        engine.create(
                urn("kubernetes:autoscaling/v2:HorizontalPodAutoscaler", "api"),
                object(
                        "autoscaling/v2",
                        "HorizontalPodAutoscaler",
                        Map.of(
                                "scaleTargetRef",
                                Map.of("apiVersion", "apps/v1", "kind", "Deployment", "name", "deployment"),
                                "minReplicas",
                                2,
                                "maxReplicas",
                                4)));

        assertThat(cloud.overview().machines().status()).hasSize(2);
        engine.update(deployment, deployment());
        assertThat(cloud.overview().machines().status()).hasSize(2);
    }

    @Test
    void aKubeconfigThatLeadsToNoClusterOfTheProgramIsRefused() {
        var kubeconfig = """
                {"current-context": "x", "contexts": [{"name": "x", "context": {"cluster": "x"}}],
                 "clusters": [{"name": "x", "cluster": {"server": "%s"}}]}""";
        var namespace = fields("apiVersion", "v1", "kind", "Namespace", "metadata", Map.of("name", "api"));
        var urn = urn("kubernetes:core/v1:Namespace", "api");
        try (var stranger = new EngineClient(server.port())
                .configured(fields("kubeconfig", kubeconfig.formatted("https://10.0.0.1")))) {
            assertThatThrownBy(() -> stranger.create(urn, namespace))
                    .hasMessageContaining("https://10.0.0.1, which is no cluster of this sandbox");
        }
        var cluster = engine.create(urn("aws:eks/cluster:Cluster", "main"), cluster());
        var endpoint = new Properties(cluster.outputs()).text("endpoint").orElseThrow();
        try (var own =
                new EngineClient(server.port()).configured(fields("kubeconfig", kubeconfig.formatted(endpoint)))) {
            assertThat(own.create(urn, namespace).id()).isEqualTo("api");
        }
    }

    private static Fields cluster() {
        return fields(
                "roleArn",
                "arn:aws:iam::000000000000:role/cluster",
                "vpcConfig",
                Map.of("subnetIds", List.of("subnet-1", "subnet-2")));
    }

    private Fields deployment() {
        var container = Map.of(
                "name",
                "api",
                "image",
                image,
                "ports",
                List.of(Map.of("containerPort", 8080)),
                "env",
                List.of(
                        Map.of("name", "PORT", "value", "8080"),
                        Map.of("name", "HOST", "valueFrom", Map.of("fieldRef", Map.of("fieldPath", "status.podIP")))),
                "readinessProbe",
                Map.of("httpGet", Map.of("path", "/ready", "port", 8080)));
        return object(
                "apps/v1",
                "Deployment",
                Map.of(
                        "selector",
                        Map.of("matchLabels", Map.of("app", "api")),
                        "template",
                        Map.of(
                                "metadata",
                                Map.of("labels", Map.of("app", "api")),
                                "spec",
                                Map.of("containers", List.of(container)))));
    }

    private void secrets(String password) {
        var secret = urn("aws:secretsmanager/secret:Secret", "database");
        engine.create(secret, fields("name", "mdl/database"));
        engine.create(VERSION, version(password));
        engine.create(
                urn("kubernetes:external-secrets.io/v1:SecretStore", "aws"),
                object(
                        "external-secrets.io/v1",
                        "SecretStore",
                        Map.of("provider", Map.of("aws", Map.of("region", "eu-central-1")))));
        var reference = Map.of("key", "mdl/database", "property", "password");
        engine.create(
                urn("kubernetes:external-secrets.io/v1:ExternalSecret", "api"),
                object(
                        "external-secrets.io/v1",
                        "ExternalSecret",
                        Map.of(
                                "secretStoreRef",
                                Map.of("name", "secretstore"),
                                "data",
                                List.of(Map.of("secretKey", "password", "remoteRef", reference)))));
    }

    private static Fields version(String password) {
        var text = "{\"password\": \"%s\"}".formatted(password);
        return fields("secretId", "mdl/database", "secretString", new Value.Secret(Value.text(text)));
    }

    private Fields job(String script, Map<String, String> annotations) {
        var password = Map.of(
                "name",
                "PASSWORD",
                "valueFrom",
                Map.of("secretKeyRef", Map.of("name", "externalsecret", "key", "password")));
        var container = Map.of(
                "name",
                "migrate",
                "image",
                image,
                "command",
                List.of("/bin/sh", "-c", script),
                "env",
                List.of(password));
        return object(
                        "batch/v1",
                        "Job",
                        Map.of(
                                "backoffLimit",
                                0,
                                "template",
                                Map.of("spec", Map.of("restartPolicy", "Never", "containers", List.of(container)))))
                .with("metadata", fields("name", "migration", "annotations", annotations));
    }

    private static Fields object(String apiVersion, String kind, Map<String, ?> spec) {
        return fields(
                "apiVersion",
                apiVersion,
                "kind",
                kind,
                "metadata",
                Map.of("name", kind.toLowerCase(Locale.ROOT)),
                "spec",
                spec);
    }

    private void end() {
        engine.close();
        server.close();
        cloud.close();
    }
}
