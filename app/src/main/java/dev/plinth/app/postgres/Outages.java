package dev.plinth.app.postgres;

import dev.plinth.app.values.OverloadedException;
import dev.plinth.app.values.StoreUnavailableException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jdbi.v3.core.JdbiException;

/** Tells failures that pass by themselves from mistakes in the program. */
public final class Outages {
    /**
     * Classes and codes of SQLSTATE: lost connections, too few resources, shutdown and failover; a statement or
     * lock that took too long; a server that has become a replica.
     */
    private static final Set<String> CLASSES = Set.of("08", "53", "57", "58");

    private static final Set<String> CODES = Set.of("55P03", "25006", "25P03", "40001", "40P01");

    /** Connections that were broken or ended by the server, and transactions that lost against another. */
    private static final Set<String> MOMENTARY = Set.of("08006", "08003", "57P01", "57P02", "40001", "40P01");

    /**
     * Runs the work; an outage becomes a {@link StoreUnavailableException}, too long a queue an
     * {@link OverloadedException}, everything else stays as it is.
     */
    public static <T> T translated(Supplier<T> work) {
        try {
            return work.get();
        } catch (JdbiException failure) {
            if (causes(failure).anyMatch(BusyException.class::isInstance)) {
                throw new OverloadedException(failure);
            }
            if (causes(failure).anyMatch(Outages::isOutage)) {
                throw new StoreUnavailableException(failure, causes(failure).anyMatch(Outages::isMomentary));
            }
            throw failure;
        }
    }

    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause);
    }

    /** A connection that was lost, or a transaction that lost against another; no more connections are another matter. */
    private static boolean isMomentary(Throwable cause) {
        return !(cause instanceof SQLTransientConnectionException)
                && cause instanceof SQLException sql
                && MOMENTARY.contains(String.valueOf(sql.getSQLState()));
    }

    private static boolean isOutage(Throwable cause) {
        return cause instanceof SQLTransientConnectionException
                || (cause instanceof SQLException sql && isOutage(String.valueOf(sql.getSQLState())));
    }

    private static boolean isOutage(String state) {
        return CODES.contains(state) || (state.length() == 5 && CLASSES.contains(state.substring(0, 2)));
    }

    private Outages() {}
}
