package dev.plinth.app.postgres.telemetry;

import dev.plinth.app.postgres.Database;
import dev.plinth.app.postgres.Outages;
import dev.plinth.app.postgres.Schema;
import dev.plinth.app.telemetry.CatalogueCount;
import dev.plinth.app.telemetry.CatalogueStore;
import java.util.List;
import org.jdbi.v3.core.Jdbi;

/** Counts over all tables of metrics, and the record of migrations. */
public final class CatalogueTable implements CatalogueStore {
    private static final String COUNTS = """
            select status, tier, missing, count(*) as metrics
              from metric
              join metric_content using (uid)
             cross join lateral unnest(coalesce(nullif(array_remove(array[
                       case when cardinality(owner_teams) = 0 then 'owner' end,
                       case when not has_target then 'target' end,
                       case when cardinality(source_systems) = 0 then 'source' end], null), '{}'), '{none}')) as missing
             where foremost and deleted_at is null
             group by status, tier, missing
            """;

    private static final String SCHEMA_VERSION =
            "select max(cast(version as integer)) from flyway_schema_history where success and version ~ '^[0-9]+$'";

    private final Jdbi jdbi;

    public CatalogueTable(Database database) {
        jdbi = database.jdbi();
    }

    @Override
    public List<CatalogueCount> counts() {
        return Outages.translated(() -> jdbi.withHandle(handle -> handle.createQuery(COUNTS)
                .map((row, context) -> new CatalogueCount(
                        row.getString("status"), row.getInt("tier"), row.getString("missing"), row.getLong("metrics")))
                .list()));
    }

    @Override
    public int schemaVersion() {
        return Outages.translated(() -> jdbi.withHandle(handle ->
                handle.createQuery(SCHEMA_VERSION).mapTo(Integer.class).one()));
    }

    @Override
    public int schemaExpected() {
        return Integer.parseInt(Schema.VERSION);
    }
}
