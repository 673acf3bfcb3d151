package dev.plinth.app.postgres;

import static java.lang.System.Logger.Level.DEBUG;
import static java.lang.System.Logger.Level.INFO;
import static java.lang.System.Logger.Level.WARNING;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Asks the database whether it is there, on a connection of its own: a pool that is merely busy must not take the
 * app out of the load balancer, which would make the others busier still.
 */
final class DatabaseProbe implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(DatabaseProbe.class.getName());
    private static final Duration TIMEOUT = Duration.ofSeconds(1);

    private final Connections connections;
    private final ReentrantLock lock = new ReentrantLock();
    private Optional<Connection> connection = Optional.empty();
    private boolean wasUp = true;

    DatabaseProbe(Connections connections) {
        this.connections = connections;
    }

    boolean isUp() {
        lock.lock();
        try {
            boolean up = asks();
            if (up != wasUp) {
                LOG.log(up ? INFO : WARNING, up ? "The database answers again" : "The database does not answer");
                wasUp = up;
            }
            return up;
        } finally {
            lock.unlock();
        }
    }

    private boolean asks() {
        if (isValid()) {
            return true;
        }
        // The connection may have died with a server that has long been replaced: only a new one tells.
        discard();
        try {
            connection = Optional.of(connections.open(TIMEOUT));
            return isValid();
        } catch (SQLException unreachable) {
            return false;
        }
    }

    private boolean isValid() {
        try {
            return connection.isPresent() && connection.get().isValid((int) TIMEOUT.toSeconds());
        } catch (SQLException broken) {
            return false;
        }
    }

    private void discard() {
        try {
            if (connection.isPresent()) {
                connection.get().close();
            }
        } catch (SQLException broken) {
            LOG.log(DEBUG, "The broken connection could not be closed", broken);
        } finally {
            connection = Optional.empty();
        }
    }

    @Override
    public void close() {
        lock.lock();
        try {
            discard();
        } finally {
            lock.unlock();
        }
    }
}
