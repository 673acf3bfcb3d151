package dev.plinth.app.postgres.search;

import dev.plinth.app.postgres.metrics.MetricConditions;
import dev.plinth.app.postgres.metrics.MetricRows;
import dev.plinth.app.search.Match;

/**
 * The statements of the search. How hits are ranked is decided in record 0129; the factors stand here and nowhere else.
 */
final class SearchSql {
    /** Marks what was looked for in a text; no text of a metric can have these characters. */
    static final char BEGIN = '\u0001';

    static final char END = '\u0002';

    /** Stand for angle brackets meanwhile, since the marking of texts leaves out what looks like a tag of HTML. */
    static final char LESS = '\u0003';

    static final char GREATER = '\u0004';

    private static final String TABLES = """
            metric m join metric_content c on c.uid = m.uid left join metric_popularity p on p.uid = m.uid
            """;

    private static final String ALL = "websearch_to_tsquery('english', :words)";
    private static final String ANY = "any_word(websearch_to_tsquery('english', :words))";

    /** Of a metric that bears the very name that was typed, whatever its words count. */
    private static final String EXACT = """
            2 * (m.metric_id = :name or position(e'\\n' || :name || e'\\n' in c.names) > 0)::int
            """;

    /** What a metric is worth, however well it fits: published before draft, tier 1 before 3, used before unused. */
    static final String WORTH = """
            (case m.status when 'published' then 1.0 when 'draft' then 0.8 when 'deprecated' then 0.5 else 0.25 end
             * (1.6 - 0.2 * c.tier)
             * (1 + 0.05 * ln(1 + coalesce(p.reads, 0))))::float8
            """;

    /** Uses the parameters {@code words}, {@code name}, {@code limit}, and for a later page {@code score}, {@code id}. */
    static String find(Match match, MetricConditions conditions, boolean later) {
        return """
                with hit as (
                    select * from (
                        select c.uid, c.view, m.metric_id, (%s) * %s as score
                        from %s
                        where %s and %s
                    ) as ranked
                    %s
                    order by score desc, metric_id
                    limit :limit
                )
                select %s, hit.score,
                       ts_headline('english', translate(c.name, '<>', e'\\x03\\x04'), %s, :whole) as marked_name,
                       ts_headline('english', translate(c.description, '<>', e'\\x03\\x04'), %s, :part) as marked_description
                from hit join metric m on m.uid = hit.uid join metric_content c on c.uid = hit.uid and c.view = hit.view
                order by hit.score desc, hit.metric_id
                """.formatted(
                        relevance(match),
                        WORTH,
                        TABLES,
                        conditions.sql(),
                        condition(match),
                        later ? "where score < :score or (score = :score and metric_id > :id)" : "",
                        MetricRows.COLUMNS,
                        ANY,
                        ANY);
    }

    private static String relevance(Match match) {
        return switch (match) {
            case ALL_WORDS -> EXACT + " + " + rank(ALL) + " + 0.5 * similarity(c.names, :name)";
            case SIMILAR_NAME -> "word_similarity(:name, c.names) + 0.5 * similarity(c.names, :name)";
            case ANY_WORD -> rank(ANY) + " + 0.5 * similarity(c.names, :name)";
        };
    }

    private static String rank(String query) {
        return "ts_rank('{0.05, 0.2, 0.5, 1}', c.words, %s)".formatted(query);
    }

    static String condition(Match match) {
        return switch (match) {
            case ALL_WORDS -> "c.words @@ " + ALL;
            case SIMILAR_NAME -> "c.names %> :name";
            case ANY_WORD -> "c.words @@ " + ANY;
        };
    }

    /** Uses the parameters {@code prefixes} and {@code limit}. */
    static String beginning(MetricConditions conditions) {
        return """
                select %s from %s
                where %s and beginnings_of(c.content) @@ to_tsquery('simple', :prefixes)
                order by %s desc, m.metric_id
                limit :limit
                """.formatted(MetricRows.COLUMNS, TABLES, conditions.sql(), WORTH);
    }

    /** Uses the parameters {@code prefixes}, {@code last} and {@code limit}. */
    static String tags(MetricConditions conditions) {
        return """
                select tag, count(*) as metrics
                from metric m join metric_content c on c.uid = m.uid cross join unnest(c.tags) as tag
                where %s and beginnings_of(c.content) @@ to_tsquery('simple', :prefixes)
                  and to_tsvector('simple', translate(tag, '._-', '   ')) @@ to_tsquery('simple', :prefixes)
                group by tag
                order by metrics desc, tag collate "C"
                limit :limit
                """.formatted(conditions.sql());
    }

    private SearchSql() {}
}
