package dev.plinth.app.postgres;

import static java.lang.System.Logger.Level.INFO;

import dev.plinth.app.lifecycle.StartupException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import org.postgresql.util.PasswordUtil;

/**
 * The role that the API signs in as: it reads and writes rows, and can neither change the schema nor hand on a right.
 * Its maker owns the schema and may create roles, but needs not be a superuser, which nobody is on RDS.
 */
public final class AppRole {
    private static final System.Logger LOG = System.getLogger(AppRole.class.getName());
    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    /** Any number, as long as all who make the role in a database lock the same one. */
    private static final long LOCK = 7_270_046_001L;

    /** SQLSTATE's class of logins that are refused. */
    private static final String REFUSED = "28";

    private final Login owner;
    private final Login role;

    public AppRole(Login owner, Login role) {
        this.owner = owner;
        this.role = role;
    }

    /** Makes the role, or makes it what it should be; of several at once one works while the others wait. */
    public void make() {
        try (var connection = new Connections(owner).open(TIMEOUT);
                var statement = connection.createStatement()) {
            // One transaction, so that a failure leaves the role as it was; its end frees the lock.
            connection.setAutoCommit(false);
            statement.execute("select pg_advisory_xact_lock(%d)".formatted(LOCK));
            String done = exists(connection) ? update(statement) : create(statement);
            for (String grant : RoleGrants.of(connection.getCatalog(), role.user(), statement)) {
                statement.execute(grant);
            }
            connection.commit();
            LOG.log(INFO, "The role of the app is ready", Map.of("role", role.user(), "role_was", done));
        } catch (SQLException failure) {
            throw new StartupException(
                    "The role %s cannot be made: %s%n  MDL_DATABASE_OWNER (%s) must own the schema and have CREATEROLE."
                            .formatted(role.user(), failure.getMessage(), owner.user()),
                    failure);
        }
    }

    private String create(Statement statement) throws SQLException {
        // What is not said here a role does not get: it is no superuser and creates no roles or databases.
        statement.execute(
                "create role %s %s".formatted(statement.enquoteIdentifier(role.user(), true), login(statement)));
        return "created";
    }

    private String update(Statement statement) throws SQLException {
        refusePowers(statement.getConnection());
        if (signsIn()) {
            return "kept";
        }
        statement.execute(
                "alter role %s %s".formatted(statement.enquoteIdentifier(role.user(), true), login(statement)));
        return "given its new password";
    }

    /** The server stores and logs no more than what can verify the password. */
    private String login(Statement statement) throws SQLException {
        String verifier = PasswordUtil.encodeScramSha256(role.password().toCharArray());
        return "login password %s".formatted(statement.enquoteLiteral(verifier));
    }

    private boolean exists(Connection connection) throws SQLException {
        try (var query = connection.prepareStatement("select 1 from pg_roles where rolname = ?")) {
            query.setString(1, role.user());
            try (var rows = query.executeQuery()) {
                return rows.next();
            }
        }
    }

    /** Only a superuser could take such powers away, so somebody must have meant them for another purpose. */
    private void refusePowers(Connection connection) throws SQLException {
        try (var query = connection.prepareStatement("""
                select 1 from pg_roles
                where rolname = ? and (rolsuper or rolcreaterole or rolcreatedb or rolreplication or rolbypassrls
                                       or pg_has_role(oid, current_user, 'member'))
                """)) {
            query.setString(1, role.user());
            try (var rows = query.executeQuery()) {
                if (rows.next()) {
                    throw new SQLException("it exists and may do more than the API should;"
                            + " choose another name for MDL_DATABASE_USER, or drop the role");
                }
            }
        }
    }

    /** A password that works is left alone, so that a second run changes nothing. */
    private boolean signsIn() throws SQLException {
        try (var session = new Connections(role).open(TIMEOUT)) {
            return session.isValid((int) TIMEOUT.toSeconds());
        } catch (SQLException failure) {
            if (String.valueOf(failure.getSQLState()).startsWith(REFUSED)) {
                return false;
            }
            throw failure;
        }
    }
}
