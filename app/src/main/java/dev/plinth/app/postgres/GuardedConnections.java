package dev.plinth.app.postgres;

import static java.lang.System.Logger.Level.WARNING;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jdbi.v3.core.ConnectionFactory;

/**
 * The pool behind a bulkhead and a circuit breaker: its callers wait outside of it, and while the database is out they
 * are told at once.
 */
final class GuardedConnections implements ConnectionFactory {
    private static final System.Logger LOG = System.getLogger(GuardedConnections.class.getName());

    /** With ten connections and statements of a few milliseconds, more than could be served in {@link #WAIT_MAX}. */
    private static final int WAITING_PER_CONNECTION = 50;

    private static final Duration WAIT_MAX = Duration.ofSeconds(3);

    /** Of the last ten attempts to get a connection, so many percent failed: the database is out. */
    private static final int FAILURES_PERCENT = 50;

    private static final int ATTEMPTS = 10;
    private static final int ATTEMPTS_MIN = 4;
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final int TRIALS = 2;

    private final DataSource pool;
    private final Turns turns;
    private final CircuitBreaker breaker;

    GuardedConnections(DataSource pool, int places) {
        this.pool = pool;
        turns = new Turns(places, places * WAITING_PER_CONNECTION, WAIT_MAX);
        breaker = CircuitBreaker.of("database", configuration());
        breaker.getEventPublisher()
                .onStateTransition(event -> LOG.log(
                        WARNING,
                        "The circuit breaker of the database: {0}",
                        event.getStateTransition().toString()));
    }

    /** Tells from now on whether callers get through. */
    void watch(MeterRegistry meters) {
        Gauge.builder("mdl.circuit.open", breaker, GuardedConnections::isOpen)
                .description("1 while callers are kept off something that has failed several times in a row")
                .tag("breaker", breaker.getName())
                .register(meters);
        Gauge.builder("mdl.bulkhead.waiting", turns, Turns::waiting)
                .description("Callers that wait for a turn outside of a pool")
                .tag("bulkhead", breaker.getName())
                .register(meters);
    }

    private static CircuitBreakerConfig configuration() {
        return CircuitBreakerConfig.custom()
                .slidingWindow(ATTEMPTS, ATTEMPTS_MIN, CircuitBreakerConfig.SlidingWindowType.COUNT_BASED)
                .failureRateThreshold(FAILURES_PERCENT)
                .waitDurationInOpenState(PAUSE)
                .permittedNumberOfCallsInHalfOpenState(TRIALS)
                .maxWaitDurationInHalfOpenState(PAUSE)
                .build();
    }

    private static int isOpen(CircuitBreaker breaker) {
        return switch (breaker.getState()) {
            case OPEN, FORCED_OPEN, HALF_OPEN -> 1;
            case CLOSED, DISABLED, METRICS_ONLY -> 0;
        };
    }

    @Override
    public Connection openConnection() throws SQLException {
        turns.begin();
        boolean opened = false;
        try {
            Connection connection = open();
            opened = true;
            return connection;
        } finally {
            if (!opened) {
                turns.end();
            }
        }
    }

    private Connection open() throws SQLException {
        if (!breaker.tryAcquirePermission()) {
            throw new SQLTransientConnectionException("The database has failed several times in a row");
        }
        long begin = System.nanoTime();
        try {
            Connection connection = pool.getConnection();
            breaker.onSuccess(System.nanoTime() - begin, TimeUnit.NANOSECONDS);
            return connection;
        } catch (SQLException failure) {
            breaker.onError(System.nanoTime() - begin, TimeUnit.NANOSECONDS, failure);
            throw failure;
        }
    }

    @Override
    public void closeConnection(Connection connection) throws SQLException {
        try {
            connection.close();
        } finally {
            turns.end();
        }
    }
}
