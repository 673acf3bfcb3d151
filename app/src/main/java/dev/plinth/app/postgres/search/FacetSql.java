package dev.plinth.app.postgres.search;

import dev.plinth.app.postgres.metrics.MetricConditions;
import dev.plinth.app.search.Facet;
import dev.plinth.app.search.Match;
import dev.plinth.app.values.Names;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The statement that counts metrics by several facets in one pass over them. */
final class FacetSql {
    // A list of more values helps nobody to choose.
    private static final int VALUES_MAX = 100;

    /** Uses the parameter {@code words} when a text is looked for. */
    static String count(MetricConditions conditions, boolean searching, Set<Facet> facets) {
        String text = searching ? " and " + SearchSql.condition(Match.ALL_WORDS) : "";
        String counts = new TreeSet<>(facets).stream().map(FacetSql::counts).collect(Collectors.joining(" union all "));
        return """
                with matched as materialized (
                    select c.domain, c.tier, c.metric_type, m.status, c.tags, c.unit, c.owner_teams
                    from metric m join metric_content c on c.uid = m.uid
                    where %s%s
                ), alike as materialized (
                    select domain, tier, metric_type, status, unit, count(*) as metrics from matched
                    group by domain, tier, metric_type, status, unit
                )
                select * from (%s) as counted order by facet, metrics desc, value collate "C"
                """.formatted(conditions.sql(), text, counts);
    }

    private static String counts(Facet facet) {
        String values = switch (facet) {
            // What each metric has one of is counted in groups of metrics that are alike: they are few.
            case DOMAIN -> "domain as value, metrics from alike";
            case TIER -> "tier::text as value, metrics from alike";
            case METRIC_TYPE -> "metric_type as value, metrics from alike";
            case STATUS -> "status as value, metrics from alike";
            case UNIT -> "unit as value, metrics from alike";
            case TAG -> "unnest(tags) as value, 1 as metrics from matched";
            case OWNER -> "unnest(owner_teams) as value, 1 as metrics from matched";
        };
        return """
                (select '%s' as facet, value, sum(metrics)::bigint as metrics
                 from (select %s) as each_value
                 group by value order by metrics desc, value collate "C" limit %d)
                """.formatted(Names.of(facet), values, VALUES_MAX);
    }

    private FacetSql() {}
}
