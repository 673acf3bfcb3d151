package dev.plinth.ops.rotation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plinth.ops.Failure;
import dev.plinth.ops.Moto;
import dev.plinth.ops.cloud.Clients;
import dev.plinth.ops.cloud.Cloud;
import dev.plinth.ops.cloud.Secrets;
import dev.plinth.ops.rotation.Rotation.Step;
import dev.plinth.ops.rotation.Standing.Reached;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;

/** Rotations of a role of a real PostgreSQL, whose secret is in the AWS emulator moto. */
@TestInstance(Lifecycle.PER_CLASS)
final class RotationIT {
    private static final String OLD = "old-password-of-the-role";
    private static final String NEW = "new-password-of-the-role";
    private static final String WHO_ENTERS_HOW = """
            host all postgres 127.0.0.1/32 trust
            host all all 127.0.0.1/32 scram-sha-256
            """;

    private final List<Step> told = new ArrayList<>();

    private Moto moto;
    private Cloud cloud;
    private EmbeddedPostgres postgres;
    private String arn = "";

    @BeforeAll
    void serversOfOnesOwn(@TempDir Path folder) throws IOException, InterruptedException, SQLException {
        moto = Moto.start(folder.resolve("moto.log"));
        cloud = Cloud.open(moto.place("us-east-1"));
        var hba = Files.writeString(folder.resolve("hba.conf"), WHO_ENTERS_HOW);
        postgres = EmbeddedPostgres.builder()
                .setServerConfig("listen_addresses", "127.0.0.1")
                .setServerConfig("hba_file", hba.toString())
                .start();
        execute("create role mdl_app login");
    }

    @AfterAll
    void theEnd() throws IOException {
        postgres.close();
        cloud.close();
        moto.close();
    }

    @BeforeEach
    void aRoleWhosePasswordIsInASecret() throws SQLException {
        told.clear();
        execute("alter role mdl_app password '%s'".formatted(OLD));
        try (var manager = new Clients(moto.place("us-east-1")).of(SecretsManagerClient.builder())) {
            arn = manager.createSecret(request -> request.name("app-" + UUID.randomUUID())
                            .secretString("{\"username\": \"mdl_app\", \"password\": \"%s\"}".formatted(OLD)))
                    .arn();
        }
    }

    @Test
    void theNewPasswordIsLetInAndTheOldOneRefused() {
        var rotation = rotation(() -> {});

        var proof = rotation.carryOut(rotation.standing(), told::add);

        assertThat(proof.holds()).isTrue();
        assertThat(told).containsExactly(Step.KEEP, Step.LEARN, Step.PROMOTE, Step.RESTART, Step.PROVE);
        assertThat(server().signIn(NEW)).isEqualTo(Answer.LET_IN);
        assertThat(server().signIn(OLD)).isEqualTo(Answer.REFUSED);
        assertThat(text(Secrets.CURRENT)).contains(NEW, "mdl_app");
        assertThat(text(Secrets.PREVIOUS)).contains(OLD);
        assertThat(cloud.secrets().find(arn, KeptSecret.NEXT)).isEmpty();
    }

    @Test
    void whenPodsCannotBeRestartedTheNextRunGoesOnFromThere() {
        var first = rotation(() -> {
            throw Failure.failed("the update failed");
        });
        assertThatThrownBy(() -> first.carryOut(first.standing(), told::add)).hasMessage("the update failed");
        assertThat(first.current()).contains(Step.RESTART);
        told.clear();

        var second = rotation(() -> {});
        var standing = second.standing();
        var proof = second.carryOut(standing, told::add);

        assertThat(standing.reached()).isEqualTo(Reached.CURRENT);
        assertThat(told).containsExactly(Step.RESTART, Step.PROVE);
        assertThat(proof.holds()).isTrue();
    }

    @Test
    void anEndBetweenTheServerAndTheSecretLosesNoPassword() {
        var secret = secret();
        secret.keep(NEW);
        server().learn(OLD, NEW);

        var rotation = rotation(() -> {});
        var proof = rotation.carryOut(rotation.standing(), told::add);

        assertThat(told).containsExactly(Step.PROMOTE, Step.RESTART, Step.PROVE);
        assertThat(proof.holds()).isTrue();
        assertThat(text(Secrets.CURRENT)).contains(NEW);
    }

    @Test
    void anEndBeforeTheServerIsGoneOnWithUnderTheValueThatWasKept() {
        secret().keep("kept-by-the-first-run");

        var rotation = rotation(() -> {});
        var proof = rotation.carryOut(rotation.standing(), told::add);

        assertThat(proof.holds()).isTrue();
        assertThat(server().signIn("kept-by-the-first-run")).isEqualTo(Answer.LET_IN);
    }

    @Test
    void aServerAtOddsWithItsSecretIsLeftAlone() throws SQLException {
        execute("alter role mdl_app password 'of somebody else'");

        assertThatThrownBy(() -> rotation(() -> {}).standing())
                .isInstanceOf(Failure.class)
                .hasMessageContaining("refuses the password of its own secret; nothing was changed");
        assertThat(cloud.secrets().find(arn, KeptSecret.NEXT)).isEmpty();
    }

    @Test
    void aServerThatCannotBeReachedIsLeftAlone() throws IOException {
        int nobody;
        try (var gone = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            nobody = gone.getLocalPort();
        }
        var away = new DatabaseRole(
                new PostgresEntry("127.0.0.1:%d/postgres".formatted(nobody), "mdl_app", new Properties()));

        assertThatThrownBy(() -> new Rotation(secret(), away, Holders.NOBODY, () -> NEW).standing())
                .isInstanceOf(Failure.class)
                .hasMessageContaining("cannot be reached from here, so nothing could be proven; nothing was changed");
        assertThat(cloud.secrets().find(arn, KeptSecret.NEXT)).isEmpty();
    }

    @Test
    void twoRotationsInARowAreTwoPasswords() {
        var rotation = rotation(() -> {});
        rotation.carryOut(rotation.standing(), told::add);
        var second = new Rotation(secret(), server(), Holders.NOBODY, () -> "another-password");

        var proof = second.carryOut(second.standing(), told::add);

        assertThat(proof.holds()).isTrue();
        assertThat(server().signIn(NEW)).isEqualTo(Answer.REFUSED);
    }

    private Rotation rotation(Holders holders) {
        return new Rotation(secret(), server(), holders, () -> NEW);
    }

    private KeptSecret secret() {
        return new KeptSecret(cloud.secrets(), arn);
    }

    private Server server() {
        var address = "127.0.0.1:%d/postgres".formatted(postgres.getPort());
        return new DatabaseRole(new PostgresEntry(address, "mdl_app", new Properties()));
    }

    private String text(String stage) {
        return cloud.secrets().find(arn, stage).orElseThrow().text();
    }

    private void execute(String sql) throws SQLException {
        try (var connection = postgres.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
