package dev.plinth.ops;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.ops.engine.Cli;
import dev.plinth.ops.engine.Events;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ManifestsTest {
    private static final String UNKNOWN = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";
    private static final String SECRET =
            "{\"4dabf18193072939515e22adb298388d\":\"1b47061264138c4ac30d75fd1eb44270\",\"ciphertext\":\"[secret]\"}";

    @TempDir
    private Path folder;

    @Test
    void everyObjectOfThePlanBecomesAFileOfItsOwn() {
        var desk = desk(
                Events.creating(
                        "kubernetes:core/v1:Namespace", "ns", object("v1", "Namespace", "\"name\":\"shop\"", "")),
                Events.keeping(
                        "kubernetes:core/v1:Service",
                        "web",
                        object("v1", "Service", "\"name\":\"web\",\"namespace\":\"shop\"", "")),
                Events.creating("aws:ec2/vpc:Vpc", "network", "{\"cidrBlock\":\"10.0.0.0/16\"}"));

        assertThat(desk.run("manifests", "production", "--sandbox", "--output", output().toString()))
                .isZero();
        assertThat(output()).isDirectoryContaining("glob:**/namespace-shop.yaml");
        assertThat(output().resolve("service-shop-web.yaml")).hasContent("""
                apiVersion: v1
                kind: Service
                metadata:
                  name: web
                  namespace: shop
                """);
        assertThat(output().toFile().list()).hasSize(2);
        assertThat(desk.out()).isEqualTo("2 manifests in %s\n".formatted(output()));
    }

    @Test
    void whatThePlanDeletesIsNoManifest() {
        var desk = desk(Events.deleting(
                "kubernetes:core/v1:Namespace", "ns", object("v1", "Namespace", "\"name\":\"shop\"", "")));

        assertThat(desk.run("manifests")).isZero();
        assertThat(desk.out()).isEmpty();
    }

    @Test
    void valuesThatAreKnownOnlyLaterHaveAPlaceholderOfTheRightType() {
        var desk = desk(Events.creating(
                "kubernetes:apps/v1:Deployment",
                "web",
                object("apps/v1", "Deployment", "\"name\":\"web\",\"labels\":\"" + UNKNOWN + "\"", """
                        ,"spec":{"replicas":"%1$s","paused":false,"containers":[{"image":"%1$s","env":"%1$s"}],
                         "strategy":{"type":"%1$s"}}""".formatted(
                                UNKNOWN))));

        assertThat(desk.run("manifests")).isZero();
        assertThat(desk.out()).isEqualTo("""
                ---
                apiVersion: apps/v1
                kind: Deployment
                metadata:
                  name: web
                  labels:
                    known-after-up: known-after-up
                spec:
                  replicas: 1
                  paused: false
                  containers:
                    - image: registry.invalid/known-after-up@sha256:%s
                      env: []
                  strategy:
                    type: known-after-up
                """.formatted("0".repeat(64)));
    }

    @Test
    void aSpecOfWhichNothingIsKnownHasWhatItsKindRequires() throws IOException {
        var desk = desk(Events.creating(
                "kubernetes:elbv2.k8s.aws/v1beta1:TargetGroupBinding",
                "blue",
                object(
                        "elbv2.k8s.aws/v1beta1",
                        "TargetGroupBinding",
                        "\"name\":\"blue\"",
                        ",\"spec\":\"" + UNKNOWN + "\"")));
        var schemas = Files.createDirectories(desk.house().home().resolve("tools/kubeconform/schemas"));
        Files.copy(
                Path.of("../tools/kubeconform/schemas/targetgroupbinding-elbv2-v1beta1.json"),
                schemas.resolve("targetgroupbinding-elbv2-v1beta1.json"));

        assertThat(desk.run("manifests")).isZero();
        assertThat(desk.out()).endsWith("""
                spec:
                  serviceRef:
                    name: known-after-up
                    port: 1
                  targetGroupARN: known-after-up
                """);
    }

    @Test
    void anObjectWhoseNameIsKnownOnlyLaterIsCalledAsInTheProgram() {
        var names = "\"name\":\"%1$s\",\"namespace\":\"%1$s\"".formatted(UNKNOWN);
        var desk = desk(
                Events.creating("kubernetes:batch/v1:Job", "migrate-blue", object("batch/v1", "Job", names, "")),
                Events.creating("kubernetes:batch/v1:Job", "migrate-green", object("batch/v1", "Job", names, "")));

        desk.run("manifests", "--output", output().toString());

        assertThat(output().toFile().list())
                .containsExactlyInAnyOrder("job-migrate-blue.yaml", "job-migrate-green.yaml");
    }

    @Test
    void aSecretIsNeverShown() {
        var desk = desk(Events.creating(
                "kubernetes:core/v1:Secret",
                "credentials",
                object("v1", "Secret", "\"name\":\"c\"", ",\"stringData\":" + SECRET + ",\"type\":\"Opaque\"")));

        assertThat(desk.run("manifests")).isZero();
        assertThat(desk.out()).contains("stringData:\n  known-after-up: \"[secret]\"\n");
    }

    @Test
    void chartsAreListedAsWhatIsNotRendered() {
        var desk = desk(Events.creating("kubernetes:helm.sh/v3:Release", "metrics", """
                {"chart":"metrics-server","version":"3.13.0","name":"metrics","namespace":"kube-system",
                 "repositoryOpts":{"repo":"https://charts.example"},"values":{}}"""));

        assertThat(desk.run("manifests")).isZero();
        assertThat(desk.out()).isEmpty();
        assertThat(desk.err()).contains("not rendered", "metrics  metrics-server  3.13.0  https://charts.example");
    }

    @Test
    void filesOfAnotherPlanAreNamedAndLeftAlone() {
        var desk = desk(Events.creating(
                "kubernetes:core/v1:Namespace", "ns", object("v1", "Namespace", "\"name\":\"shop\"", "")));
        desk.run("manifests", "--output", output().toString());
        desk.planning(Events.creating(
                "kubernetes:core/v1:Namespace", "ns", object("v1", "Namespace", "\"name\":\"other\"", "")));

        desk.run("manifests", "--output", output().toString());

        assertThat(desk.err()).contains("left alone: " + output().resolve("namespace-shop.yaml"));
        assertThat(output().toFile().list()).hasSize(2);
    }

    @Test
    void noPolicyStandsInTheWay() {
        var desk = desk();

        desk.run("manifests");

        assertThat(desk.cli.call("preview").arguments()).doesNotContain("--policy-pack");
    }

    @Test
    void aPlanThatFailsIsToldWithItsReason() {
        var desk = desk(Events.diagnostic("error", "", "plinth:region is missing"));
        desk.cli.answering("preview", new Cli.Result(255, "", "error: preview failed"));

        assertThat(desk.run("manifests")).isEqualTo(ExitCode.FAILED.number());
        assertThat(desk.out()).isEmpty();
        assertThat(desk.err()).contains("plinth:region is missing", "the preview of local failed");
    }

    private Desk desk(String... events) {
        return new Desk(folder).planning(events);
    }

    private Path output() {
        return folder.resolve("manifests");
    }

    private static String object(String apiVersion, String kind, String metadata, String more) {
        return "{\"apiVersion\":\"%s\",\"kind\":\"%s\",\"metadata\":{%s}%s}"
                .formatted(apiVersion, kind, metadata, more.replace("\n", " "));
    }
}
