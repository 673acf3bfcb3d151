package dev.plinth.app;

import dev.plinth.app.postgres.DatabaseGate;
import dev.plinth.app.postgres.DatabaseSettings;
import dev.plinth.app.postgres.Login;
import java.time.Duration;
import java.util.regex.Pattern;

/** The environment variables that are about the database. */
final class DatabaseVariables {
    /** Those of the API's own login. */
    static final DatabaseGate.Names LOGIN = new DatabaseGate.Names("MDL_DATABASE_USER", "MDL_DATABASE_PASSWORD");

    /** Those of the schema's owner. */
    static final DatabaseGate.Names OWNER = new DatabaseGate.Names("MDL_DATABASE_OWNER", "MDL_DATABASE_OWNER_PASSWORD");

    private static final Pattern ADDRESS = Pattern.compile("jdbc:postgresql://[^/?#\\s]+/[^/?#\\s]+(?:\\?\\S*)?");

    static DatabaseSettings read(EnvironmentReader reader) {
        var login = new Login(
                url(reader),
                reader.required("MDL_DATABASE_USER", "the name of the database's user"),
                reader.required("MDL_DATABASE_PASSWORD", "the password of the database's user"));
        return new DatabaseSettings(
                login,
                reader.number("MDL_DATABASE_POOL_SIZE", 10, 1, 200),
                startWait(reader),
                reader.flag("MDL_DATABASE_MIGRATE", true));
    }

    static String url(EnvironmentReader reader) {
        return reader.required("MDL_DATABASE_URL", "jdbc:postgresql://host:port/database", ADDRESS.asMatchPredicate());
    }

    static Duration startWait(EnvironmentReader reader) {
        return reader.seconds("MDL_DATABASE_WAIT_SECONDS", 60, 600);
    }

    private DatabaseVariables() {}
}
