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
                )
                select * from (%s) as counted order by facet, metrics desc, value collate "C"
                """.formatted(conditions.sql(), text, counts);
    }

    private static String counts(Facet facet) {
        String value = switch (facet) {
            case DOMAIN -> "domain";
            case TIER -> "tier::text";
            case METRIC_TYPE -> "metric_type";
            case STATUS -> "status";
            case TAG -> "unnest(tags)";
            case UNIT -> "unit";
            case OWNER -> "unnest(owner_teams)";
        };
        return """
                (select '%s' as facet, value, count(*) as metrics
                 from (select %s as value from matched) as each_value
                 group by value order by metrics desc, value collate "C" limit %d)
                """.formatted(Names.of(facet), value, VALUES_MAX);
    }

    private FacetSql() {}
}
