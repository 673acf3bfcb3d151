package dev.plinth.sandbox;

import static dev.plinth.sandbox.RunningCloud.outputs;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plinth.sandbox.EngineClient.Known;
import dev.plinth.sandbox.machine.MachineKind;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A client of a database proxy reaches the instance that is the proxy's target, and nothing without one. */
final class DatabaseProxyIT {
    private static final String PASSWORD = "correct-horse-battery";

    @TempDir
    private Path folder = Path.of("");

    private RunningCloud cloud;

    @BeforeEach
    void open() throws IOException {
        cloud = new RunningCloud(folder);
    }

    @AfterEach
    void close() {
        cloud.close();
    }

    @Test
    void theProxysAddressLeadsToItsTargetWithAVerifiedCertificateAndOnlyWhileItHasOne() throws Exception {
        var primary = primary();
        var proxy = proxy(secret().id());
        assertThatThrownBy(() -> query(proxy)).isInstanceOf(SQLException.class);

        var target = target(outputs(primary).text("identifier").orElseThrow());
        assertThat(query(proxy)).isEqualTo("owner of library");
        assertThat(cloud.machines())
                .filteredOn(machine -> machine.kind() == MachineKind.DATABASE_PROXY)
                .singleElement()
                .satisfies(machine -> assertThat(machine.urn()).isEqualTo(proxy.urn()));

        cloud.restart();
        assertThat(query(proxy)).isEqualTo("owner of library");

        cloud.engine().delete(target);
        assertThatThrownBy(() -> query(proxy)).isInstanceOf(SQLException.class);
        cloud.engine().delete(proxy);
        cloud.engine().delete(primary);
        assertThat(cloud.machines()).isEmpty();
    }

    @Test
    void aTargetOrASecretThatIsNotThereIsRefusedByName() {
        assertThatThrownBy(() -> proxy("arn:aws:secretsmanager:eu-central-1:000000000000:secret:none-1"))
                .hasMessageContaining("auths.secretArn: the sandbox has no secret");
        proxy(secret().id());

        assertThatThrownBy(() -> target("nobody"))
                .hasMessageContaining("dbInstanceIdentifier: the sandbox has no instance nobody");
    }

    private Known primary() {
        return cloud.create(
                "aws:rds/instance:Instance",
                "primary",
                "engine",
                "postgres",
                "instanceClass",
                "db.t4g.micro",
                "allocatedStorage",
                20,
                "username",
                "owner",
                "password",
                PASSWORD,
                "dbName",
                "library",
                "skipFinalSnapshot",
                true,
                "deletionProtection",
                true);
    }

    private Known secret() {
        return cloud.create("aws:secretsmanager/secret:Secret", "database");
    }

    private Known proxy(String secretArn) {
        return cloud.create(
                "aws:rds/proxy:Proxy",
                "proxy",
                "name",
                "proxy",
                "engineFamily",
                "POSTGRESQL",
                "requireTls",
                true,
                "roleArn",
                "arn:aws:iam::000000000000:role/proxy",
                "vpcSubnetIds",
                List.of("subnet-1", "subnet-2"),
                "auths",
                List.of(Map.of("secretArn", secretArn)));
    }

    private Known target(String instance) {
        return cloud.create(
                "aws:rds/proxyTarget:ProxyTarget",
                "proxy",
                "dbProxyName",
                "proxy",
                "targetGroupName",
                "default",
                "dbInstanceIdentifier",
                instance);
    }

    private String query(Known proxy) throws SQLException {
        var url = "jdbc:postgresql://%s:5432/library?sslmode=verify-full&sslrootcert=%s&connectTimeout=5"
                .formatted(outputs(proxy).text("endpoint").orElseThrow(), cloud.authority());
        try (var connection = DriverManager.getConnection(url, "owner", PASSWORD);
                var statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT current_user || ' of ' || current_database()")) {
            rows.next();
            return rows.getString(1);
        }
    }
}
