package dev.plinth.app.telemetry;

import java.util.List;

/** What the database tells of the catalogue as a whole. */
public interface CatalogueStore {
    List<CatalogueCount> counts();

    /** The newest migration that was applied. */
    int schemaVersion();

    /** The newest migration that this build of the app knows. */
    int schemaExpected();
}
