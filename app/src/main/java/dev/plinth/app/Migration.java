package dev.plinth.app;

import dev.plinth.app.postgres.AppRole;
import dev.plinth.app.postgres.DatabaseGate;
import dev.plinth.app.postgres.Migrations;

/** The command {@code migrate}: the schema up to date, and a role for the API that can do no more than use it. */
final class Migration {
    /** Safe to run twice, and by several at once. */
    static void run(MigrationSettings settings) {
        new DatabaseGate(settings.owner(), settings.startWait(), DatabaseVariables.OWNER).await();
        new Migrations(settings.owner()).run();
        new AppRole(settings.owner(), settings.role()).make();
    }

    private Migration() {}
}
