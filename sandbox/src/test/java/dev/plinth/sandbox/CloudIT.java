package dev.plinth.sandbox;

import static dev.plinth.sandbox.EngineClient.urn;
import static dev.plinth.sandbox.Inputs.fields;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plinth.sandbox.provider.ProviderServer;
import dev.plinth.sandbox.state.StateStore;
import dev.plinth.sandbox.value.Properties;
import dev.plinth.sandbox.value.Value;
import dev.plinth.sandbox.value.Value.Fields;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a program declares really runs: provider calls on one side, its clients on the other. */
final class CloudIT {
    private static final Fields OPTIONS = fields("region", "eu-central-1");
    private static final String PASSWORD = "correct-horse-battery";
    private static final Fields PRIMARY = fields(
            "engine", "postgres",
            "instanceClass", "db.t4g.micro",
            "allocatedStorage", 20,
            "username", "owner",
            "password", PASSWORD,
            "dbName", "library",
            "skipFinalSnapshot", true);

    @TempDir
    private Path folder = Path.of("");

    private Cloud cloud;
    private ProviderServer server;
    private EngineClient engine;

    @BeforeEach
    void serve() throws IOException {
        cloud = Cloud.open(folder);
        server = ProviderServer.start(cloud.provider());
        engine = new EngineClient(server.port()).configured(OPTIONS);
    }

    @AfterEach
    void removeAll() {
        cloud.removeAll();
        end();
    }

    @Test
    void aPrimaryIsReadThroughItsReplicaAlsoAfterTheDaemonWasRestarted() throws Exception {
        var primary = engine.create(urn("aws:rds/instance:Instance", "primary"), PRIMARY);
        var source = new Properties(primary.outputs());
        var replica = engine.create(
                urn("aws:rds/instance:Instance", "replica"),
                fields(
                        "replicateSourceDb",
                        source.text("identifier").orElseThrow(),
                        "instanceClass",
                        "db.t4g.micro",
                        "skipFinalSnapshot",
                        true));
        execute(source, "CREATE TABLE metrics (name text)");
        execute(source, "INSERT INTO metrics VALUES ('orders')");

        end();
        serve();

        assertThat(new Properties(replica.outputs()).text("username")).contains("owner");
        assertThat(eventually(new Properties(replica.outputs()), "SELECT name FROM metrics"))
                .isEqualTo("orders");
        assertThatThrownBy(() -> query(source, "disable", "SELECT 1")).isInstanceOf(SQLException.class);
        assertThat(engine.diff(primary, PRIMARY).getDiffsList()).isEmpty();
        engine.delete(replica);
        engine.delete(primary);
        assertThatThrownBy(() -> query(source, "require", "SELECT 1")).isInstanceOf(SQLException.class);
        assertThat(cloud.overview().machines().status()).isEmpty();
    }

    @Test
    void whatAKilledRunLeftOfADatabaseGivesWayToTheNext() throws SQLException {
        var urn = urn("aws:rds/instance:Instance", "primary");
        engine.create(urn, PRIMARY);

        var again = new EngineClient(server.port()).configured(OPTIONS).create(urn, PRIMARY);

        assertThat(query(new Properties(again.outputs()), "require", "SELECT 1"))
                .isEqualTo("1");
        assertThat(cloud.overview().machines().status()).hasSize(1);
    }

    @Test
    void anEngineThatDoesNotRunHereIsRefusedByName() {
        var urn = urn("aws:rds/instance:Instance", "legacy");

        assertThatThrownBy(() -> engine.create(
                        urn,
                        fields(
                                "engine", "mysql",
                                "instanceClass", "db.t4g.micro",
                                "allocatedStorage", 20,
                                "username", "owner",
                                "password", PASSWORD)))
                .hasMessageContaining(
                        "aws:rds/instance:Instance legacy: engine: the sandbox runs postgres only, found mysql");
        assertThat(StateStore.open(folder.resolve("state")).all()).isEmpty();
    }

    @Test
    void aReplicationGroupRunsAllItsNodes() {
        var group = engine.create(
                urn("aws:elasticache/replicationGroup:ReplicationGroup", "cache"),
                fields(
                        "description",
                        "Cache",
                        "nodeType",
                        "cache.t4g.micro",
                        "numCacheClusters",
                        2,
                        "transitEncryptionEnabled",
                        true,
                        "authToken",
                        PASSWORD));
        var outputs = new Properties(group.outputs());

        assertThat(outputs.whole("port")).contains(6379);
        assertThat(outputs.text("primaryEndpointAddress"))
                .isPresent()
                .isNotEqualTo(outputs.text("readerEndpointAddress"));
        assertThat(cloud.overview().machines().status()).hasSize(2);
        engine.delete(group);
        assertThat(cloud.overview().machines().status()).isEmpty();
    }

    @Test
    void aListenerAnswersAsDeclaredAndFollowsAChange() throws Exception {
        var certificate =
                engine.create(urn("aws:acm/certificate:Certificate", "edge"), fields("domainName", "api.example.com"));
        var balancer = engine.create(urn("aws:lb/loadBalancer:LoadBalancer", "edge"), fields());
        var inputs = listener(balancer.id(), certificate.id(), "first");
        var listener = engine.create(urn("aws:lb/listener:Listener", "edge"), inputs);
        int port = new Properties(listener.outputs()).whole("port").orElseThrow();

        assertThat(get(port)).isEqualTo("first");
        assertThat(engine.diff(listener, inputs).getDiffsList()).isEmpty();
        engine.update(listener, listener(balancer.id(), certificate.id(), "second"));
        assertThat(get(port)).isEqualTo("second");
        engine.delete(listener);
        engine.delete(balancer);
        engine.delete(certificate);
        assertThat(cloud.overview().machines().status()).isEmpty();
    }

    @Test
    void everyChangeOfALaunchTemplateIsANewVersionThatAPreviewCannotKnow() {
        var urn = urn("aws:ec2/launchTemplate:LaunchTemplate", "nodes");
        var template = engine.create(urn, fields("name", "nodes", "instanceType", "t4g.medium"));
        var larger = fields("name", "nodes", "instanceType", "t4g.large");

        assertThat(new Properties(template.outputs()).whole("latestVersion")).contains(1);
        assertThat(engine.previewUpdate(template, larger).find("latestVersion")).contains(Value.unknown());
        assertThat(new Properties(engine.update(template, larger).outputs()).whole("latestVersion"))
                .contains(2);
    }

    @Test
    void anImageThatNothingNamesAnyMoreGoes() throws IOException {
        var context = Files.createDirectories(folder.resolve("context"));
        Files.writeString(context.resolve("Dockerfile"), "FROM scratch\nCOPY text /text\nENTRYPOINT [\"/text\"]\n");
        Files.writeString(context.resolve("text"), "one");
        var inputs = fields("imageName", "api:1", "build", Map.of("context", context.toString()));
        var image = engine.create(urn("docker:index/image:Image", "api"), inputs);
        Files.writeString(context.resolve("text"), "two");

        engine.update(image, inputs);

        try (var images = Files.list(folder.resolve("images"))) {
            assertThat(images).hasSize(1);
        }
    }

    private void end() {
        engine.close();
        server.close();
        cloud.close();
    }

    private static Fields listener(String balancer, String certificate, String answer) {
        var response = Map.of("contentType", "text/plain", "statusCode", "200", "messageBody", answer);
        return fields(
                "loadBalancerArn",
                balancer,
                "certificateArn",
                certificate,
                "port",
                18443,
                "protocol",
                "HTTPS",
                "sslPolicy",
                "ELBSecurityPolicy-TLS13-1-2-2021-06",
                "defaultActions",
                List.of(Map.of("type", "fixed-response", "fixedResponse", response)));
    }

    private String get(int port) throws IOException, InterruptedException {
        try (var client = HttpClient.newBuilder()
                .sslContext(cloud.authority().clientContext())
                .build()) {
            var request = HttpRequest.newBuilder(URI.create("https://localhost:" + port + "/"))
                    .build();
            return client.send(request, BodyHandlers.ofString()).body();
        }
    }

    private static void execute(Properties database, String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(url(database, "require"), "owner", PASSWORD);
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String query(Properties database, String tls, String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(url(database, tls), "owner", PASSWORD);
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }

    /** A replica follows in its own time. */
    private static String eventually(Properties database, String sql) throws SQLException, InterruptedException {
        int triesMax = 100;
        for (int tries = 1; tries < triesMax; tries++) {
            try {
                return query(database, "require", sql);
            } catch (SQLException e) {
                Thread.sleep(100);
            }
        }
        return query(database, "require", sql);
    }

    private static String url(Properties database, String tls) {
        return "jdbc:postgresql://%s/library?sslmode=%s"
                .formatted(database.text("endpoint").orElseThrow(), tls);
    }
}
