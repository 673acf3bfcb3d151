package dev.plinth.app.postgres;

import dev.plinth.app.telemetry.StoreMeters;
import dev.plinth.app.telemetry.StoreWork;
import java.sql.SQLException;
import java.time.Instant;
import org.jdbi.v3.core.statement.SqlLogger;
import org.jdbi.v3.core.statement.StatementContext;

/** Tells of every statement how long it took, by its name. */
final class StatementLog implements SqlLogger {
    private final StatementNames names = new StatementNames();
    private final StoreMeters meters;

    StatementLog(StoreMeters meters) {
        this.meters = meters;
    }

    @Override
    public void logAfterExecution(StatementContext context) {
        tell(context, false);
    }

    @Override
    public void logException(StatementContext context, SQLException failure) {
        tell(context, true);
    }

    private void tell(StatementContext context, boolean failed) {
        Instant end = Instant.now();
        Instant begin = context.getExecutionMoment();
        // What could not even be sent has no beginning.
        meters.done(new StoreWork(names.of(context.getRawSql()), begin == null ? end : begin, end, failed));
    }
}
