package dev.plinth.app;

import dev.plinth.app.cache.ReadThrough;
import dev.plinth.app.changes.ChangeLog;
import dev.plinth.app.http.Identity;
import dev.plinth.app.jobs.Bell;
import dev.plinth.app.postgres.Database;
import dev.plinth.app.telemetry.Telemetry;
import dev.plinth.app.work.Transactions;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;

/** What every feature is built on. */
record Foundations(
        Configuration configuration,
        Identity identity,
        Database database,
        Transactions transactions,
        ChangeLog changes,
        Bell changesBell,
        ReadThrough cache,
        Telemetry telemetry,
        Clock clock) {
    /** Where features register their meters. */
    MeterRegistry meters() {
        return telemetry.meters().registry();
    }
}
