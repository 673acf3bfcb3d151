package dev.plinth.app.postgres;

import dev.plinth.app.values.StoreUnavailableException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Set;
import java.util.function.Supplier;
import org.jdbi.v3.core.JdbiException;

/** Tells failures that pass by themselves from mistakes in the program. */
public final class Outages {
    /**
     * Classes and codes of SQLSTATE: lost connections, too few resources, shutdown and failover; a statement or
     * lock that took too long; a server that has become a replica.
     */
    private static final Set<String> CLASSES = Set.of("08", "53", "57", "58");

    private static final Set<String> CODES = Set.of("55P03", "25006", "25P03", "40001", "40P01");

    /** Runs the work; an outage becomes a {@link StoreUnavailableException}, everything else stays as it is. */
    public static <T> T translated(Supplier<T> work) {
        try {
            return work.get();
        } catch (JdbiException failure) {
            if (isOutage(failure)) {
                throw new StoreUnavailableException(failure);
            }
            throw failure;
        }
    }

    private static boolean isOutage(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLTransientConnectionException) {
                return true;
            }
            if (cause instanceof SQLException sql && isOutage(String.valueOf(sql.getSQLState()))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isOutage(String state) {
        return CODES.contains(state) || (state.length() == 5 && CLASSES.contains(state.substring(0, 2)));
    }

    private Outages() {}
}
