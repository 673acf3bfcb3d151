package dev.plinth.app.local;

import static java.nio.file.attribute.PosixFilePermissions.asFileAttribute;
import static java.nio.file.attribute.PosixFilePermissions.fromString;

import dev.plinth.app.Application;
import dev.plinth.app.Configuration;
import dev.plinth.app.logging.Logging;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Map;
import java.util.logging.Level;

/** The example catalogue and its administrator, put into an empty app through its API as anyone would. */
final class ExampleData {
    /** Leaves PostgreSQL's data, cleanly stopped, and what belongs to them. */
    static Path in(Scratch scratch) throws IOException, SQLException {
        System.out.println("Preparing the example catalogue, once for this build ...");
        // That its jobs are interrupted when it is closed is no news here.
        Logging.install(Level.SEVERE, System.err);
        LocalServers servers = LocalServers.start(scratch);
        Prepared prepared = put(servers.environment());
        servers.postgres().close();
        Path kept = Files.createDirectory(scratch.folder().resolve("kept"), asFileAttribute(fromString("rwx------")));
        Files.move(scratch.folder().resolve(LocalPostgres.DATA), kept.resolve(LocalPostgres.DATA));
        prepared.writeTo(kept);
        return kept;
    }

    private static Prepared put(Map<String, String> environment) {
        try (Application application = Application.start(Configuration.from(environment))) {
            URI address = LocalServers.address(application.apiPort());
            String password = Administrator.make(address, environment.getOrDefault("MDL_BOOTSTRAP_TOKEN", ""));
            String token = Administrator.signIn(address, password).token();
            try (var api = new ApiClient(address, token)) {
                int metrics = new Examples(api, Clock.systemUTC()).put(Catalogue.read());
                return new Prepared(environment.getOrDefault("MDL_KEYS", ""), password, metrics);
            }
        }
    }

    private ExampleData() {}
}
