package dev.plinth.app;

import dev.plinth.app.changes.ChangeLog;
import dev.plinth.app.http.Identity;
import dev.plinth.app.jobs.Bell;
import dev.plinth.app.postgres.Database;
import dev.plinth.app.work.Transactions;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;

/** What every feature is built on. */
record Foundations(
        Configuration configuration,
        Database database,
        Transactions transactions,
        ChangeLog changes,
        Bell changesBell,
        MeterRegistry meters,
        Clock clock) {
    Identity identity() {
        return new Identity(configuration.colour(), Builds.current());
    }
}
