package dev.plinth.sandbox.kubernetes;

import static dev.plinth.sandbox.Inputs.fields;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plinth.sandbox.secret.Secrets;
import dev.plinth.sandbox.secret.Secrets.Address;
import dev.plinth.sandbox.secret.Secrets.Draft;
import dev.plinth.sandbox.secret.Version;
import dev.plinth.sandbox.value.Value.Fields;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ExternalSecretTest {
    private static final String STORE = "kubernetes:external-secrets.io/v1:SecretStore";
    private static final String EXTERNAL = "kubernetes:external-secrets.io/v1:ExternalSecret";
    private static final String SECRET = "kubernetes:core/v1:Secret";
    private static final String AWS_SECRET = "aws:secretsmanager/secret:Secret";
    private static final String AWS_VERSION = "aws:secretsmanager/secretVersion:SecretVersion";

    @TempDir
    private Path folder = Path.of("");

    private PlainCluster cluster;

    @BeforeEach
    void open() {
        cluster = new PlainCluster(folder);
        cluster.with(STORE, new SecretStore(cluster.objects()))
                .with(EXTERNAL, new ExternalSecret(cluster.objects(), Duration.ZERO));
    }

    @Test
    void thePropertyOfASecretBecomesTheKeyOfASecret() {
        store(PlainCluster.REGION);
        secret("{\"username\": \"app\", \"port\": 5432, \"password\": \"swordfish\"}");

        external(entry("database-password", "password"), entry("port", "port"));

        assertThat(text("api", "database-password")).isEqualTo("swordfish");
        assertThat(text("api", "port")).isEqualTo("5432");
    }

    @Test
    void aSecretIsFoundByItsArnAsWell() {
        store(PlainCluster.REGION);
        var arn = secret("plain text");

        cluster.create(EXTERNAL, "api", spec(Map.of("data", List.of(whole("token", arn)))));

        assertThat(text("api", "token")).isEqualTo("plain text");
    }

    @Test
    void anExtractTakesEveryProperty() {
        store(PlainCluster.REGION);
        secret("{\"username\": \"app\", \"password\": \"swordfish\"}");

        cluster.create(
                EXTERNAL, "api", spec(Map.of("dataFrom", List.of(Map.of("extract", Map.of("key", "mdl/database"))))));

        assertThat(text("api", "username")).isEqualTo("app");
        assertThat(text("api", "password")).isEqualTo("swordfish");
    }

    @Test
    void aValueThatAClientPutIsTheOneFromThenOnUntilTheSecretGoes() {
        store(PlainCluster.REGION);
        var arn = secret("first");
        cluster.create(EXTERNAL, "api", spec(Map.of("data", List.of(whole("token", arn)))));
        var secrets = new Secrets(cluster.objects().state());
        var stored = secrets.find(new Address(arn, PlainCluster.REGION)).orElseThrow();

        var pending = secrets.put(stored, new Draft("pending", "secretString", "third", List.of("AWSPENDING")));
        secrets.put(stored, new Draft("second", "secretString", "second", List.of()));
        assertThat(text("api", "token")).isEqualTo("second");
        secrets.promote(pending);
        assertThat(text("api", "token")).isEqualTo("third");
        assertThat(secrets.versions(stored).stream().map(Version::stages))
                .containsExactly(List.of("AWSCURRENT", "AWSPENDING"), List.of("AWSPREVIOUS"), List.of());
        secrets.forget(stored);
        assertThat(text("api", "token")).isEqualTo("first");
    }

    @Test
    void theSecretHasTheTextOfTheMoment() {
        store(PlainCluster.REGION);
        secret("{\"password\": \"old\"}");
        external(entry("password", "password"));

        cluster.create(AWS_VERSION, "v0", fields("secretId", "mdl/database", "secretString", "{\"password\":\"new\"}"));

        assertThat(text("api", "password")).isEqualTo("new");
    }

    @Test
    void itsOutputsDoNotShowTheText() {
        store(PlainCluster.REGION);
        secret("{\"password\": \"swordfish\"}");

        var made = external(entry("password", "password"));

        assertThat(made.toString()).contains("Ready").doesNotContain("swordfish");
    }

    @Test
    void theSecretGoesWithIt() {
        store(PlainCluster.REGION);
        secret("{\"password\": \"swordfish\"}");
        external(entry("password", "password"));
        assertThat(cluster.objects().has(SECRET, "default", "api")).isTrue();

        cluster.delete(EXTERNAL, "api", "default/api");

        assertThat(cluster.objects().has(SECRET, "default", "api")).isFalse();
    }

    @Test
    void whatIsMissingIsNamed() {
        assertThatThrownBy(() -> external(entry("password", "password")))
                .hasMessageContaining("there is no SecretStore aws in namespace default");
        store("eu-west-1");
        assertThatThrownBy(() -> external(entry("password", "password")))
                .hasMessageContaining("there is no secret mdl/database in region eu-west-1");
    }

    @Test
    void aSecretWithoutAValueIsNamed() {
        store(PlainCluster.REGION);
        cluster.create(AWS_SECRET, "database", fields("name", "mdl/database"));

        assertThatThrownBy(() -> external(entry("password", "password")))
                .hasMessageContaining("secret mdl/database has no value");
    }

    @Test
    void aMissingPropertyIsNamedBesideThoseThatAreThere() {
        store(PlainCluster.REGION);
        secret("{\"user\": \"app\", \"pass\": \"swordfish\"}");

        assertThatThrownBy(() -> external(entry("password", "password")))
                .hasMessageContaining("secret mdl/database has no property password; it has user, pass")
                .hasMessageNotContaining("swordfish");
    }

    @Test
    void aTextThatIsNoJsonHasNoProperties() {
        store(PlainCluster.REGION);
        secret("swordfish");

        assertThatThrownBy(() -> external(entry("password", "password")))
                .hasMessageContaining("secret mdl/database holds no JSON object")
                .hasMessageNotContaining("swordfish");
    }

    @Test
    void aSecretThatTheProgramDeclaresItselfIsNotTakenOver() {
        store(PlainCluster.REGION);
        secret("{\"password\": \"swordfish\"}");
        cluster.create(SECRET, "own", fields("apiVersion", "v1", "kind", "Secret", "metadata", Map.of("name", "api")));

        assertThatThrownBy(() -> external(entry("password", "password")))
                .hasMessageContaining("spec.target.name: there is a Secret default/api already");
    }

    @Test
    void whatTheSandboxDoesNotDoIsRefusedByName() {
        var data = List.of(Map.of("secretKey", "a", "remoteRef", Map.of("key", "b", "version", "AWSPREVIOUS")));

        assertThat(cluster.check(EXTERNAL, spec(Map.of("data", data, "target", Map.of("creationPolicy", "Merge")))))
                .anyMatch(reason -> reason.startsWith("spec.data.remoteRef.version: the sandbox has AWSCURRENT only"))
                .anyMatch(reason -> reason.startsWith("spec.target.creationPolicy: the sandbox has Owner only"))
                .hasSize(2);
        assertThat(cluster.check(STORE, fields("apiVersion", "external-secrets.io/v1", "kind", "SecretStore")))
                .singleElement()
                .asString()
                .startsWith("spec.provider.aws: missing");
    }

    private void store(String region) {
        var inputs = fields(
                "apiVersion",
                "external-secrets.io/v1",
                "kind",
                "SecretStore",
                "metadata",
                Map.of("name", "aws"),
                "spec",
                Map.of("provider", Map.of("aws", Map.of("service", "SecretsManager", "region", region))));
        cluster.create(STORE, "aws", inputs);
    }

    private String secret(String text) {
        var made = cluster.create(AWS_SECRET, "database", fields("name", "mdl/database"));
        cluster.create(AWS_VERSION, "v0", fields("secretId", made.id(), "secretString", text));
        return made.id();
    }

    private Fields external(Object... entries) {
        return cluster.create(EXTERNAL, "api", spec(Map.of("data", List.of(entries))))
                .outputs();
    }

    private static Map<String, Object> entry(String key, String property) {
        return Map.of("secretKey", key, "remoteRef", Map.of("key", "mdl/database", "property", property));
    }

    private static Map<String, Object> whole(String key, String secret) {
        return Map.of("secretKey", key, "remoteRef", Map.of("key", secret));
    }

    private static Fields spec(Map<String, Object> rest) {
        return fields(
                "apiVersion",
                "external-secrets.io/v1",
                "kind",
                "ExternalSecret",
                "metadata",
                Map.of("name", "api"),
                "spec",
                fields(rest.entrySet().stream()
                                .flatMap(entry -> Stream.of(entry.getKey(), entry.getValue()))
                                .toArray())
                        .with("secretStoreRef", fields("name", "aws")));
    }

    private String text(String name, String key) {
        return cluster.objects()
                .find(SECRET, "default", name)
                .flatMap(secret -> Secret.text(secret, key))
                .orElseThrow();
    }
}
