package dev.plinth.app;

import dev.plinth.app.postgres.Login;
import java.time.Duration;
import java.util.Map;
import java.util.logging.Level;

/** What the command {@code migrate} is told by its environment, checked as a whole before anything starts. */
public record MigrationSettings(Login owner, Login role, Duration startWait, Level logLevel) {
    /** Names that need no quotes, and that no character of another meaning can slip into. */
    private static final String ROLE_NAME = "[a-z_][a-z0-9_]{0,62}";

    /** Throws {@link ConfigurationException} with every fault that the variables have. */
    public static MigrationSettings from(Map<String, String> environment) {
        var reader = new EnvironmentReader(environment);
        String url = DatabaseVariables.url(reader);
        var owner = new Login(
                url,
                reader.required("MDL_DATABASE_OWNER", "the name of the user that owns the schema"),
                reader.required("MDL_DATABASE_OWNER_PASSWORD", "the password of the schema's owner"));
        var role = new Login(
                url,
                reader.required(
                        "MDL_DATABASE_USER",
                        "the name of the app's role in small letters, digits and _",
                        name -> name.matches(ROLE_NAME)),
                reader.required("MDL_DATABASE_PASSWORD", "the password of the app's role"));
        if (!owner.user().isBlank() && owner.user().equals(role.user())) {
            reader.problem("MDL_DATABASE_USER", "is the schema's owner; expected a role of the app's own");
        }
        var settings = new MigrationSettings(owner, role, DatabaseVariables.startWait(reader), LogLevels.read(reader));
        reader.finish();
        return settings;
    }
}
