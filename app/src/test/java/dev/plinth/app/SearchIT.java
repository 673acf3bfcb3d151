package dev.plinth.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.app.support.Bodies;
import dev.plinth.app.support.Reply;
import dev.plinth.app.support.RunningApp;
import dev.plinth.app.support.Servers;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(Servers.Extension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class SearchIT {
    private static final String SEARCH = "/api/v1/search?q=";
    private static final String SUGGEST = "/api/v1/search/suggest?q=";

    private final RunningApp app;

    SearchIT(Servers servers) throws Exception {
        app = new RunningApp(servers.environment());
    }

    @BeforeAll
    void fill() throws Exception {
        put("finance.net-revenue", "Net revenue", "What was sold less refunds.", "\"tier\": 1, \"tags\": [\"board\"]");
        put("finance.gross-margin", "Gross margin", "Net revenue less costs.", "\"aliases\": [\"Profit rate\"]");
        put(
                "sales.win-rate",
                "Win rate",
                "Won deals of all <b>decided</b> & closed ones.",
                "\"tags\": [\"board\", \"revenue-team\"]");
        put("support.first-reply", "First reply", "Minutes until somebody answers.", "\"tier\": 2");
        put(
                "support.backlog",
                "Open tickets",
                "Tickets that wait.",
                "\"owners\": [{\"role\": \"business\", \"team\": \"Care\"}]");
    }

    @AfterAll
    void stop() {
        app.close();
    }

    private void put(String id, String name, String description, String more) throws Exception {
        String domain = id.substring(0, id.indexOf('.'));
        app.domain(domain);
        String body = Bodies.metric(id, domain)
                .replace("A metric", name)
                .replace("What it says.", description)
                .replaceFirst("\\{", "{" + more + ", ");
        Reply created = app.api().post("/api/v1/metrics", body);
        assertThat(created.status()).as(created.toString()).isEqualTo(201);
    }

    @Test
    void namesCountMoreThanTagsAndTheseMoreThanDescriptions() throws Exception {
        Reply found = app.api().get(SEARCH + "revenue");

        assertThat(found.status()).as(found.toString()).isEqualTo(200);
        assertThat(ids(found)).containsExactly("finance.net-revenue", "sales.win-rate", "finance.gross-margin");
        assertThat(found.text("/match")).isEqualTo("all_words");
    }

    @Test
    void wordsAreFoundInTheirOtherForms() throws Exception {
        assertThat(ids(app.api().get(SEARCH + "ticket"))).containsExactly("support.backlog");
        assertThat(ids(app.api().get(SEARCH + "DEAL"))).containsExactly("sales.win-rate");
    }

    @Test
    void anIdAndAnAliasAreFoundWhole() throws Exception {
        assertThat(ids(app.api().get(SEARCH + "finance.gross-margin")).getFirst())
                .isEqualTo("finance.gross-margin");
        assertThat(ids(app.api().get(SEARCH + "profit%20rate")).getFirst()).isEqualTo("finance.gross-margin");
    }

    @Test
    void slipsOfTheKeyboardAreForgiven() throws Exception {
        Reply found = app.api().get(SEARCH + "gros%20margni");

        assertThat(ids(found).getFirst()).isEqualTo("finance.gross-margin");
        assertThat(found.text("/match")).isEqualTo("similar_name");
    }

    @Test
    void oneWordIsEnoughWhenNoMetricHasAll() throws Exception {
        Reply found = app.api().get(SEARCH + "minutes%20of%20astronauts%20on%20the%20moon%20without%20any%20sleep");

        assertThat(ids(found)).containsExactly("support.first-reply");
        assertThat(found.text("/match")).isEqualTo("any_word");
    }

    @Test
    void phrasesAndWhatIsNotWantedAreUnderstood() throws Exception {
        assertThat(ids(app.api().get(SEARCH + "%22net%20revenue%22%20-costs"))).containsExactly("finance.net-revenue");
        assertThat(ids(app.api().get(SEARCH + "tickets%20or%20deals")))
                .containsExactlyInAnyOrder("support.backlog", "sales.win-rate");
    }

    @Test
    void signsOfTheDatabaseAreOnlyText() throws Exception {
        for (String text :
                List.of("%27%27%27%20%26%20%7C%20%21", "a%3A%2A%20%3C-%3E", "%5C", "%25", "the", "-", "%22")) {
            assertThat(app.api().get(SEARCH + text).status()).as(text).isEqualTo(200);
        }
    }

    @Test
    void whatFitsIsMarkedAndEverythingElseEscaped() throws Exception {
        Reply found = app.api().get(SEARCH + "deals");

        assertThat(found.text("/items/0/highlights/description"))
                .isEqualTo("Won <mark>deals</mark> of all &lt;b&gt;decided&lt;/b&gt; &amp; closed ones.");
        assertThat(found.text("/items/0/highlights/name")).isEqualTo("Win rate");
        assertThat(found.text("/items/0/metric/metric_id")).isEqualTo("sales.win-rate");
    }

    @Test
    void filtersHoldForTheSearchToo() throws Exception {
        assertThat(ids(app.api().get(SEARCH + "revenue&domain=sales"))).containsExactly("sales.win-rate");
        assertThat(ids(app.api().get(SEARCH + "revenue&tier=1"))).containsExactly("finance.net-revenue");
        assertThat(ids(app.api().get(SEARCH + "revenue&view=published"))).isEmpty();
    }

    @Test
    void pagesTogetherAreTheWhole() throws Exception {
        List<String> all = new ArrayList<>();
        String next = SEARCH + "revenue&limit=1";
        while (!next.isEmpty()) {
            Reply page = app.api().get(next);
            all.addAll(ids(page));
            next = page.text("/page/next");
        }

        assertThat(all).isEqualTo(ids(app.api().get(SEARCH + "revenue")));
    }

    @Test
    void badRequestsSayWhatIsWrong() throws Exception {
        assertThat(app.api().get("/api/v1/search").text("/errors/0/detail")).contains("must be given");
        assertThat(app.api().get(SEARCH + "%20").text("/errors/0/parameter")).isEqualTo("q");
        assertThat(app.api().get(SEARCH + "a&tiers=1").text("/errors/0/detail")).contains("Did you mean 'tier'?");
        assertThat(app.api().get(SEARCH + "a&q=b").status()).isEqualTo(400);
        assertThat(app.api().get(SUGGEST + "--").text("/errors/0/detail")).contains("letter or a digit");
        assertThat(app.api().get(SUGGEST + "a&limit=0").status()).isEqualTo(400);
        assertThat(app.api().get("/api/v1/facets?facets=domain,teir").text("/errors/0/parameter"))
                .isEqualTo("facets");
    }

    @Test
    void aCursorThatWasMadeUpIsRefused() throws Exception {
        String next = app.api().get(SEARCH + "revenue&limit=1").text("/page/next");

        assertThat(app.api().get(next.replace("revenue", "margin")).status()).isEqualTo(400);
    }

    @Test
    void suggestsHowItMayGoOn() throws Exception {
        assertThat(app.api().get(SUGGEST + "rev").json().path("items").toString())
                .isEqualTo("[{\"text\":\"revenue-team\",\"kind\":\"tag\",\"metrics\":1},"
                        + "{\"text\":\"Net revenue\",\"kind\":\"name\",\"metric_id\":\"finance.net-revenue\"}]");
        assertThat(app.api().get(SUGGEST + "rate%20pro").texts("/items", "text"))
                .containsExactly("Profit rate");
        assertThat(app.api().get(SUGGEST + "support.fi").texts("/items", "text"))
                .containsExactly("support.first-reply");
        assertThat(app.api().get(SUGGEST + "x%27%3A%2A").texts("/items", "text"))
                .isEmpty();
        assertThat(app.api().get(SUGGEST + "r&limit=2").texts("/items", "text")).hasSize(2);
    }

    @Test
    void countsByWhatIsAskedFor() throws Exception {
        assertThat(app.api().get("/api/v1/facets?facets=tier,domain").json().toString())
                .isEqualTo(
                        "{\"facets\":{\"domain\":[{\"value\":\"finance\",\"metrics\":2},{\"value\":\"support\",\"metrics\":2},"
                                + "{\"value\":\"sales\",\"metrics\":1}],\"tier\":[{\"value\":\"3\",\"metrics\":3},"
                                + "{\"value\":\"1\",\"metrics\":1},{\"value\":\"2\",\"metrics\":1}]}}");
        assertThat(app.api()
                        .get("/api/v1/facets?facets=tag&q=rate")
                        .json()
                        .at("/facets/tag")
                        .toString())
                .isEqualTo("[{\"value\":\"board\",\"metrics\":1},{\"value\":\"revenue-team\",\"metrics\":1}]");
        assertThat(app.api()
                        .get("/api/v1/facets?facets=owner&missing=target")
                        .json()
                        .at("/facets/owner")
                        .toString())
                .isEqualTo("[{\"value\":\"Care\",\"metrics\":1}]");
        assertThat(app.api().get("/api/v1/facets").json().path("facets").size()).isEqualTo(7);
    }

    @Test
    void aListCountsAllPagesWhenItIsAskedTo() throws Exception {
        Reply page = app.api().get("/api/v1/metrics?facets=tier&domain=support&domain=sales&limit=1&fields=name");

        assertThat(page.json().at("/items")).hasSize(1);
        assertThat(page.json().at("/facets").toString())
                .isEqualTo("{\"tier\":[{\"value\":\"3\",\"metrics\":2},{\"value\":\"2\",\"metrics\":1}]}");
        assertThat(app.api().get(page.text("/page/next")).json().at("/facets"))
                .isEqualTo(page.json().at("/facets"));
        assertThat(app.api().get("/api/v1/metrics?limit=1").json().has("facets"))
                .isFalse();
        assertThat(app.api().get("/api/v1/metrics?facets=teir").text("/errors/0/detail"))
                .startsWith("must be one of domain, tier,");
    }

    private static List<String> ids(Reply reply) {
        List<String> ids = new ArrayList<>();
        reply.json()
                .path("items")
                .forEach(hit -> ids.add(hit.at("/metric/metric_id").asText()));
        return ids;
    }
}
