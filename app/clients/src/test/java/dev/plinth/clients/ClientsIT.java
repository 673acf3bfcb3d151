package dev.plinth.clients;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.app.access.Role;
import dev.plinth.app.support.RunningApp;
import dev.plinth.app.support.Servers;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** The generated clients, built as their users build them, against a running library. */
@ExtendWith(Servers.Extension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ClientsIT {
    private static final Path TARGET = Path.of("target").toAbsolutePath();
    private static final Path TESTS = Path.of("src", "test").toAbsolutePath();
    /** What the JavaScript client is compiled by; its own file names a range. */
    private static final String TYPESCRIPT = "typescript@5.9.3";

    private final RunningApp app;

    ClientsIT(Servers servers) throws SQLException {
        app = new RunningApp(servers.environment());
    }

    @AfterAll
    void stop() {
        app.close();
    }

    @Test
    void aProgramInPythonKeepsPublishesAndFindsAMetric() throws Exception {
        Path environment = TARGET.resolve("python-environment");
        Commands.run(TARGET, "python3", "-m", "venv", "--clear", environment.toString());
        Commands.run(
                TARGET,
                environment.resolve("bin/pip").toString(),
                "install",
                "--quiet",
                "--disable-pip-version-check",
                "--constraint",
                TESTS.resolve("python/constraints.txt").toString(),
                TARGET.resolve("python").toString());

        String said = Commands.run(
                TARGET,
                environment.resolve("bin/python").toString(),
                TESTS.resolve("python/smoke.py").toString(),
                address(),
                token());

        assertThat(said).isEqualTo("done\n");
    }

    @Test
    void aProgramInJavaScriptKeepsPublishesAndFindsAMetric() throws Exception {
        Path client = TARGET.resolve("javascript");
        Commands.run(client, "npm", "install", "--no-audit", "--no-fund", "--no-save", "--ignore-scripts", TYPESCRIPT);
        Commands.run(client, "npm", "run", "--silent", "build");

        String said = Commands.run(
                TARGET,
                "node",
                TESTS.resolve("javascript/smoke.mjs").toString(),
                client.resolve("dist/index.js").toString(),
                address(),
                token());

        assertThat(said).isEqualTo("done\n");
    }

    private String token() throws Exception {
        return app.accounts().user(app.api(), Role.ADMIN);
    }

    private String address() {
        return "http://127.0.0.1:" + app.apiPort();
    }
}
