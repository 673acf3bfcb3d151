package dev.plinth.app.postgres.search;

import dev.plinth.app.metrics.Metric;
import dev.plinth.app.metrics.MetricQuery;
import dev.plinth.app.metrics.View;
import dev.plinth.app.postgres.Database;
import dev.plinth.app.postgres.Outages;
import dev.plinth.app.postgres.metrics.MetricConditions;
import dev.plinth.app.postgres.metrics.MetricRows;
import dev.plinth.app.search.Beginning;
import dev.plinth.app.search.Facet;
import dev.plinth.app.search.FacetCount;
import dev.plinth.app.search.Match;
import dev.plinth.app.search.Page;
import dev.plinth.app.search.Passage;
import dev.plinth.app.search.Search;
import dev.plinth.app.search.SearchHit;
import dev.plinth.app.search.SearchStore;
import dev.plinth.app.search.SearchText;
import dev.plinth.app.search.Suggestion;
import dev.plinth.app.values.Names;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.StringTokenizer;
import java.util.stream.Collectors;
import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.StatementContext;

/** The search columns of the table {@code metric_content}. */
public final class SearchTable implements SearchStore {
    // Four of nine groups of three letters: one slip in a word of eight letters.
    private static final String SIMILARITY_MIN = "0.45";
    private static final String MARKS = "StartSel=%c, StopSel=%c".formatted(SearchSql.BEGIN, SearchSql.END);
    private static final String WHOLE = MARKS + ", HighlightAll=true";
    private static final String PART = MARKS + ", MinWords=15, MaxWords=40, MaxFragments=0";

    private final Jdbi jdbi;

    public SearchTable(Database database) {
        jdbi = database.jdbi();
    }

    @Override
    public List<SearchHit> find(Search search, Match match, Page page) {
        return with(handle -> handle.inTransaction(joined -> {
            joined.execute("select set_config('pg_trgm.word_similarity_threshold', ?, true)", SIMILARITY_MIN);
            return statement(joined.createQuery(sql(search, match, page)), search, page)
                    .map(SearchTable::hit)
                    .list();
        }));
    }

    static String sql(Search search, Match match, Page page) {
        return SearchSql.find(
                match, new MetricConditions(search.metrics()), page.after().isPresent());
    }

    static Query statement(Query query, Search search, Page page) {
        Query bound = new MetricConditions(search.metrics())
                .bind(query)
                .bind("words", search.text().words())
                .bind("name", search.text().name())
                .bind("whole", WHOLE)
                .bind("part", PART)
                .bind("limit", page.limit());
        page.after().ifPresent(place -> bound.bind("score", place.score()).bind("id", place.metricId()));
        return bound;
    }

    @Override
    public List<Metric> beginning(Beginning beginning, View view, int limit) {
        var conditions = conditions(view);
        return with(handle -> conditions
                .bind(handle.createQuery(SearchSql.beginning(conditions)))
                .bind("prefixes", prefixes(beginning))
                .bind("limit", limit)
                .map(MetricRows::metric)
                .list());
    }

    @Override
    public List<Suggestion.OfTag> tagsBeginning(Beginning beginning, View view, int limit) {
        var conditions = conditions(view);
        return with(handle -> conditions
                .bind(handle.createQuery(SearchSql.tags(conditions)))
                .bind("prefixes", prefixes(beginning))
                .bind("limit", limit)
                .map((row, context) -> new Suggestion.OfTag(row.getString("tag"), row.getLong("metrics")))
                .list());
    }

    @Override
    public List<FacetCount> count(MetricQuery metrics, Optional<SearchText> text, Set<Facet> facets) {
        if (facets.isEmpty()) {
            return List.of();
        }
        var conditions = new MetricConditions(metrics);
        String sql = FacetSql.count(conditions, text.isPresent(), facets);
        return with(handle -> {
            Query query = conditions.bind(handle.createQuery(sql));
            text.ifPresent(typed -> query.bind("words", typed.words()));
            return query.map((row, context) -> new FacetCount(
                            Names.constant(Facet.class, row.getString("facet")),
                            row.getString("value"),
                            row.getLong("metrics")))
                    .list();
        });
    }

    /** Words of letters and digits only, so nothing in them can be taken for an operator. */
    static String prefixes(Beginning beginning) {
        return beginning.words().stream().map("'%s':*"::formatted).collect(Collectors.joining(" & "));
    }

    static MetricConditions conditions(View view) {
        return new MetricConditions(MetricQuery.all(view));
    }

    private static SearchHit hit(ResultSet row, StatementContext context) throws SQLException {
        return new SearchHit(
                MetricRows.metric(row, context),
                row.getDouble("score"),
                new SearchHit.Highlights(
                        passage(row.getString("marked_name")), passage(row.getString("marked_description"))));
    }

    static Passage passage(String marked) {
        List<Passage.Piece> pieces = new ArrayList<>();
        boolean wanted = false;
        var tokens = new StringTokenizer(marked, "" + SearchSql.BEGIN + SearchSql.END, true);
        while (tokens.hasMoreTokens()) {
            String token = tokens.nextToken();
            switch (token.charAt(0)) {
                case SearchSql.BEGIN -> wanted = true;
                case SearchSql.END -> wanted = false;
                default ->
                    pieces.add(new Passage.Piece(
                            token.replace(SearchSql.LESS, '<').replace(SearchSql.GREATER, '>'), wanted));
            }
        }
        return new Passage(pieces);
    }

    private <T> T with(HandleCallback<T, RuntimeException> work) {
        return Outages.translated(() -> jdbi.withHandle(work));
    }
}
