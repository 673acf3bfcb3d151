package dev.plinth.app.postgres;

import static java.lang.System.Logger.Level.INFO;

import dev.plinth.app.lifecycle.StartupException;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/** Brings the schema up to date. Of several instances that start at once one migrates while the others wait for it. */
public final class Migrations {
    private static final System.Logger LOG = System.getLogger(Migrations.class.getName());
    // One attempt a second at the lock that another instance holds while it migrates.
    private static final int LOCK_ATTEMPTS = 120;

    private final Login login;

    public Migrations(Login login) {
        this.login = login;
    }

    public void run() {
        try {
            var result = Flyway.configure()
                    .dataSource(login.url(), login.user(), login.password())
                    .locations("classpath:db/migration")
                    .lockRetryCount(LOCK_ATTEMPTS)
                    .validateMigrationNaming(true)
                    .loggers("slf4j")
                    .load()
                    .migrate();
            LOG.log(INFO, "Schema is up to date", Map.of("migrations_run", result.migrationsExecuted));
        } catch (FlywayException failure) {
            throw new StartupException("The schema cannot be brought up to date: " + failure.getMessage(), failure);
        }
    }
}
