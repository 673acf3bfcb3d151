package dev.plinth.app.postgres.metrics;

import dev.plinth.app.metrics.Gap;
import dev.plinth.app.metrics.MetricFilter;
import dev.plinth.app.metrics.MetricQuery;
import dev.plinth.app.metrics.MetricQuery.Presence;
import dev.plinth.app.metrics.TimeBound;
import dev.plinth.app.metrics.Trait;
import dev.plinth.app.metrics.View;
import dev.plinth.app.values.Names;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.jdbi.v3.core.statement.SqlStatement;

/**
 * What a query asks, as conditions on {@code metric m} joined with {@code metric_content c}: only those that are asked
 * for, so that the planner sees a plain range over the index that fits.
 */
public final class MetricConditions {
    private static final String TREE = """
            c.domain in (
                with recursive below as (
                    select domain_id from domain where domain_id = any(:domain_tree)
                    union
                    select lower.domain_id from below join domain lower on lower.parent_id = below.domain_id
                )
                select domain_id from below)""";

    private final MetricQuery query;

    public MetricConditions(MetricQuery query) {
        this.query = query;
    }

    /** To stand after {@code where}. */
    public String sql() {
        MetricFilter filter = query.filter();
        List<String> conditions = new ArrayList<>();
        conditions.add(MetricRows.condition(query.view()));
        if (query.view() == View.PUBLISHED) {
            // Retired ones are found by who asks for them by their id.
            conditions.add("m.status in ('published', 'deprecated')");
        }
        if (query.presence() == Presence.THERE) {
            conditions.add("m.deleted_at is null");
        }
        new TreeSet<>(filter.traits().keySet()).forEach(trait -> conditions.add(condition(trait)));
        new TreeSet<>(filter.missing()).forEach(gap -> conditions.add(condition(gap)));
        new TreeSet<>(filter.times().keySet()).forEach(bound -> conditions.add(condition(bound)));
        return String.join(" and ", conditions);
    }

    /** Sets the parameters that the conditions name. */
    public <S extends SqlStatement<S>> S bind(S statement) {
        query.filter()
                .traits()
                .forEach((trait, values) -> statement.bindArray(Names.of(trait), String.class, List.copyOf(values)));
        query.filter().times().forEach((bound, time) -> statement.bind(Names.of(bound), time.atOffset(ZoneOffset.UTC)));
        return statement;
    }

    private static String condition(Trait trait) {
        return switch (trait) {
            case DOMAIN -> "c.domain = any(:domain)";
            case DOMAIN_TREE -> TREE;
            case TIER -> "c.tier = any(cast(:tier as smallint[]))";
            case METRIC_TYPE -> "c.metric_type = any(:metric_type)";
            case CALC_TYPE -> "c.calc_type = any(:calc_type)";
            case TAG -> "c.tags @> :tag";
            case TAG_ANY -> "c.tags && :tag_any";
            case STATUS -> "m.status = any(:status)";
            case UNIT -> "c.unit = any(:unit)";
            case GRAIN -> "c.grain = any(:grain)";
            case OWNER -> "c.owner_teams && :owner";
            case SOURCE_SYSTEM -> "c.source_systems && :source_system";
        };
    }

    private static String condition(Gap gap) {
        return switch (gap) {
            case OWNER -> "c.owner_teams = '{}'";
            case TARGET -> "not c.has_target";
            case SOURCE -> "c.source_systems = '{}'";
        };
    }

    private static String condition(TimeBound bound) {
        return switch (bound) {
            case CREATED_AFTER -> "m.created_at > :created_after";
            case CREATED_BEFORE -> "m.created_at < :created_before";
            case UPDATED_AFTER -> "c.updated_at > :updated_after";
            case UPDATED_BEFORE -> "c.updated_at < :updated_before";
        };
    }
}
