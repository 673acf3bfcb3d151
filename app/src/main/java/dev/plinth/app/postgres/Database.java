package dev.plinth.app.postgres;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.metrics.micrometer.MicrometerMetricsTrackerFactory;
import dev.plinth.app.telemetry.Telemetry;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementExceptions;
import org.jdbi.v3.core.statement.StatementExceptions.MessageRendering;

/** The pool of connections to the database. */
public final class Database implements AutoCloseable {
    // How long a request that has its turn waits for the pool before it is answered that the database is out: longer
    // than a machine stalls that is short of processor time, or a pool takes to open its connections on one.
    private static final long CONNECTION_WAIT_MS = 3_000;
    private static final long VALIDATION_MS = 1_000;
    // Below the usual limits of what stands between: load balancers, RDS Proxy.
    private static final long LIFETIME_MS = 600_000;
    private static final long KEEPALIVE_MS = 60_000;
    // The last resort behind the limits of the session.
    private static final String SOCKET_TIMEOUT_SECONDS = "10";

    private final HikariDataSource pool;
    private final GuardedConnections connections;
    private final Jdbi jdbi;
    private final DatabaseProbe probe;

    /** Opens the first connection at once and the others in the background. */
    public Database(DatabaseSettings settings) {
        pool = new HikariDataSource(configuration(settings));
        connections = new GuardedConnections(pool, settings.poolSize());
        jdbi = Jdbi.create(connections);
        jdbi.registerArrayType(String.class, "text");
        jdbi.registerArrayType(Integer.class, "integer");
        jdbi.registerArrayType(Long.class, "bigint");
        jdbi.registerArrayType(UUID.class, "uuid");
        // Neither a statement's text nor its values belong into messages, which are logged.
        jdbi.getConfig(StatementExceptions.class).setMessageRendering(MessageRendering.NONE);
        probe = new DatabaseProbe(new Connections(settings.login()));
    }

    private static HikariConfig configuration(DatabaseSettings settings) {
        var configuration = new HikariConfig();
        configuration.setPoolName("mdl");
        configuration.setJdbcUrl(settings.login().url());
        configuration.setUsername(settings.login().user());
        configuration.setPassword(settings.login().password());
        configuration.setMaximumPoolSize(settings.poolSize());
        configuration.setConnectionTimeout(CONNECTION_WAIT_MS);
        configuration.setValidationTimeout(VALIDATION_MS);
        configuration.setMaxLifetime(LIFETIME_MS);
        configuration.setKeepaliveTime(KEEPALIVE_MS);
        if (settings.migrates()) {
            // Else they are settings of the role that the migration made.
            configuration.addDataSourceProperty("options", SessionLimits.asOptions());
        }
        configuration.addDataSourceProperty("socketTimeout", SOCKET_TIMEOUT_SECONDS);
        configuration.addDataSourceProperty("connectTimeout", "2");
        configuration.addDataSourceProperty("tcpKeepAlive", "true");
        configuration.addDataSourceProperty("ApplicationName", "mdl");
        // The details of an error quote the values of its row.
        configuration.addDataSourceProperty("logServerErrorDetail", "false");
        return configuration;
    }

    /** Tells from now on how the pool is used, and how long statements take. */
    public void watch(Telemetry telemetry) {
        pool.setMetricsTrackerFactory(
                new MicrometerMetricsTrackerFactory(telemetry.meters().registry()));
        jdbi.setSqlLogger(new StatementLog(telemetry.stores()));
        connections.watch(telemetry.meters().registry());
    }

    /** Whether the database answers now; does not wait for the pool. */
    public boolean isUp() {
        return probe.isUp();
    }

    /** One for all tables, so that they share the transaction that is open on a thread. */
    public Jdbi jdbi() {
        return jdbi;
    }

    @Override
    public void close() {
        probe.close();
        pool.close();
    }
}
