package dev.plinth.app.postgres.search;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plinth.app.access.Role;
import dev.plinth.app.json.Json;
import dev.plinth.app.metrics.MetricFilter;
import dev.plinth.app.metrics.View;
import dev.plinth.app.search.Beginning;
import dev.plinth.app.search.Facet;
import dev.plinth.app.search.Match;
import dev.plinth.app.search.Page;
import dev.plinth.app.search.Search;
import dev.plinth.app.search.SearchText;
import dev.plinth.app.support.Eventually;
import dev.plinth.app.support.RunningApp;
import dev.plinth.app.support.Servers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** With twenty thousand metrics the statements still find their way by the indexes; how long they take is printed. */
@ExtendWith(Servers.Extension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class SearchPlanIT {
    private static final int METRICS = 20_000;

    private static final String FILL = """
            with made as (
                select number, uuidv7() as uid,
                       'd' || number % 20 || '.' || first.word || '-' || second.word || '-' || number as id,
                       initcap(first.word || ' ' || second.word) || ' ' || number as name
                from generate_series(1, :metrics) as number
                join (values (0, 'net'), (1, 'gross'), (2, 'monthly'), (3, 'average'), (4, 'churned'), (5, 'active'),
                             (6, 'weekly'), (7, 'overdue')) as first (place, word) on first.place = number % 8
                join (values (0, 'revenue'), (1, 'margin'), (2, 'tickets'), (3, 'customers'), (4, 'orders'),
                             (5, 'sessions'), (6, 'latency'), (7, 'errors'), (8, 'pipeline'), (9, 'cost'))
                     as second (place, word) on second.place = number / 8 % 10
            ), named as (
                insert into metric_name (metric_id, uid) select id, uid from made
            ), kept as (
                insert into metric (uid, metric_id, status, published_version)
                select uid, id, case when number % 10 = 0 then 'draft' else 'published' end,
                       case when number % 10 = 0 then null else '1.0.0' end
                from made
            )
            insert into metric_content (uid, view, foremost, revision, updated_at, content)
            select uid, view, view = 'published' or number % 10 = 0, 1, now() - make_interval(mins => number), cast(jsonb_build_object(
                       'metric_id', id, 'name', name, 'description',
                       name || ' of sector ' || number % 97 || ', less refunds and taxes, as it is counted at the close.',
                       'domain', 'd' || number % 20, 'tier', 1 + number % 3, 'metric_type', 'lagging',
                       'calc_type', 'simple', 'tags', jsonb_build_array('t' || number % 50),
                       'aliases', jsonb_build_array('Key ' || number), 'owners', '[]'::jsonb,
                       'sources', '[]'::jsonb, 'targets', '[]'::jsonb)
                   || jsonb_build_object('definition', jsonb_build_object(
                       'unit', 'EUR', 'direction', 'up', 'aggregation', 'sum', 'grain', 'day',
                       'filters', '[]'::jsonb, 'dimensions', '[]'::jsonb,
                       'expressions', jsonb_build_array(jsonb_build_object(
                           'dialect', 'ansi_sql', 'expression', 'sum(line.amount_' || number % 100 || ')')))) as jsonb)
            from made cross join (values ('draft'), ('published')) as views (view)
            where view = 'draft' or number % 10 <> 0
            """;

    private final RunningApp app;
    private final Jdbi jdbi;

    SearchPlanIT(Servers servers) throws Exception {
        Map<String, String> environment = servers.environment();
        app = new RunningApp(environment);
        jdbi = Jdbi.create(
                environment.getOrDefault("MDL_DATABASE_URL", ""),
                environment.getOrDefault("MDL_DATABASE_USER", ""),
                environment.getOrDefault("MDL_DATABASE_PASSWORD", ""));
        jdbi.registerArrayType(String.class, "text");
    }

    @BeforeAll
    void fill() {
        jdbi.useHandle(handle -> {
            handle.execute("insert into domain (domain_id, name, description)"
                    + " select 'd' || n, 'Domain', 'One of many.' from generate_series(0, 19) as n");
            handle.createUpdate(FILL).bind("metrics", METRICS).execute();
            handle.execute("vacuum analyze");
        });
    }

    @AfterAll
    void stop() {
        app.close();
    }

    @Test
    void wordsAreFoundByTheirIndex() {
        assertUses("metric_content_words", find("net revenue", Match.ALL_WORDS), "words");
        assertUses("metric_content_words", find("revenue", Match.ALL_WORDS), "one frequent word");
        assertUses("metric_content_words", find("overdue latency", Match.ANY_WORD), "any word");
    }

    @Test
    void similarNamesAreFoundByTheirIndex() {
        assertUses("metric_content_names", find("gros rvenue", Match.SIMILAR_NAME), "similar names");
    }

    @Test
    void suggestionsAreFoundByTheirIndex() {
        var conditions = SearchTable.conditions(View.PUBLISHED);
        var beginning = Beginning.of("net rev");
        assertUses(
                "metric_content_beginnings",
                (handle, explain) -> conditions
                        .bind(handle.createQuery(explain + SearchSql.beginning(conditions)))
                        .bind("prefixes", SearchTable.prefixes(beginning))
                        .bind("limit", 10),
                "suggestions");
        assertUses(
                "metric_content_beginnings",
                (handle, explain) -> conditions
                        .bind(handle.createQuery(explain + SearchSql.tags(conditions)))
                        .bind("prefixes", SearchTable.prefixes(beginning))
                        .bind("limit", 3),
                "tags");
    }

    @Test
    void listsAreReadByTheirIndexes() throws Exception {
        assertScans("metric_metric_id_key", "/api/v1/metrics?limit=49");
        assertScans("metric_content_updated", "/api/v1/metrics?sort=-updated_at&limit=48");
        assertScans("metric_content_name", "/api/v1/metrics?sort=name&limit=47");
    }

    private void assertScans(String index, String path) throws Exception {
        long before = scans(index);
        assertThat(app.as(Role.VIEWER).get(path).status()).isEqualTo(200);
        // The server tells its statistics a moment later.
        Eventually.becomes(true, Duration.ofSeconds(20), () -> scans(index) > before);
    }

    private long scans(String index) {
        return jdbi.withHandle(
                handle -> handle.createQuery("select idx_scan from pg_stat_user_indexes where indexrelname = :index")
                        .bind("index", index)
                        .mapTo(Long.class)
                        .one());
    }

    @Test
    void thePagesOfTheAppAreQuickToo() throws Exception {
        for (String path : List.of(
                "/api/v1/search?q=net%20revenue",
                "/api/v1/search?q=gros%20rvenue",
                "/api/v1/search/suggest?q=net%20re",
                "/api/v1/facets",
                "/api/v1/metrics?limit=50",
                "/api/v1/metrics?domain=d7&sort=-updated_at")) {
            app.as(Role.VIEWER).get(path);
            long begin = System.nanoTime();
            assertThat(app.as(Role.VIEWER).get(path).status()).as(path).isEqualTo(200);
            System.out.printf("%,d metrics, %s: %.1f ms%n", METRICS, path, (System.nanoTime() - begin) / 1e6);
        }
    }

    @Test
    void facetsAreCountedInGroupsOfMetricsThatAreAlike() {
        var conditions = SearchTable.conditions(View.PUBLISHED);
        String sql = FacetSql.count(conditions, false, EnumSet.allOf(Facet.class));
        BiFunction<Handle, String, Query> query =
                (handle, explain) -> conditions.bind(handle.createQuery(explain + sql));
        plan(query);
        JsonNode plan = plan(query);
        System.out.printf(
                "%,d metrics, all facets: %.1f ms%n",
                METRICS, plan.path("Execution Time").doubleValue());

        assertThat(scansOf(plan, "metric_content")).hasSize(1);
        assertThat(plan.findValuesAsText("CTE Name").stream().filter("matched"::equals))
                .as("to make the groups, for tags and for owners")
                .hasSize(3);
    }

    private static BiFunction<Handle, String, Query> find(String text, Match match) {
        var search = new Search(new SearchText(text), View.PUBLISHED, MetricFilter.ALL);
        var page = new Page(Optional.empty(), 50);
        return (handle, explain) ->
                SearchTable.statement(handle.createQuery(explain + SearchTable.sql(search, match, page)), search, page);
    }

    /** Twice, so that the second finds everything in memory. */
    private void assertUses(String index, BiFunction<Handle, String, Query> query, String what) {
        plan(query);
        JsonNode plan = plan(query);
        System.out.printf(
                "%,d metrics, %s: %.1f ms%n",
                METRICS, what, plan.path("Execution Time").doubleValue());
        assertThat(plan.findValuesAsText("Index Name"))
                .as(plan.toPrettyString())
                .contains(index);
        assertThat(scansOf(plan, "metric_content")).as(plan.toPrettyString()).doesNotContain("Seq Scan");
    }

    private JsonNode plan(BiFunction<Handle, String, Query> query) {
        return jdbi.inTransaction(handle -> {
            handle.execute("select set_config('pg_trgm.word_similarity_threshold', '0.45', true)");
            String text = query.apply(handle, "explain (analyze, format json) ")
                    .mapTo(String.class)
                    .one();
            return Json.parseOwn(text.getBytes(StandardCharsets.UTF_8)).path(0);
        });
    }

    private static List<String> scansOf(JsonNode plan, String table) {
        List<String> scans = new ArrayList<>();
        for (JsonNode node : plan.findParents("Relation Name")) {
            if (node.path("Relation Name").asText().equals(table)) {
                scans.add(node.path("Node Type").asText());
            }
        }
        return scans;
    }
}
