package dev.plinth.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.app.access.Role;
import dev.plinth.app.support.Author;
import dev.plinth.app.support.Bodies;
import dev.plinth.app.support.Reply;
import dev.plinth.app.support.RunningApp;
import dev.plinth.app.support.Servers;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(Servers.Extension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class MetricListIT {
    private static final String METRICS = "/api/v1/metrics";

    private final RunningApp app;

    MetricListIT(Servers servers) throws SQLException {
        app = new RunningApp(servers.environment());
    }

    @BeforeAll
    void fill() throws Exception {
        app.domain("top");
        app.api().post("/api/v1/domains", """
                {"domain_id": "below", "name": "Below", "description": "Below the top.", "parent": "top"}""");
        app.domain("beside");
        var author = new Author(app.api());
        app.api().post(METRICS, Bodies.fullMetric("full.one", "below"));
        author.publish("full.one");
        app.create("plain.a", "top");
        author.publish("plain.a");
        author.patch("plain.a", """
                {"name": "A draft", "tags": ["board"]}""");
        app.create("plain.b", "top");
        app.create("plain.c", "beside");
        author.patch("plain.c", """
                {"tier": 2, "tags": ["cash", "other"], "definition": {"grain": "week"}}""");
    }

    @AfterAll
    void stop() {
        app.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            domain=top                        | plain.a plain.b
            domain_tree=top                   | full.one plain.a plain.b
            domain_tree=below&domain_tree=beside | full.one plain.c
            tier=1&tier=2                     | full.one plain.c
            metric_type=leading               | full.one
            calc_type=ratio                   | full.one
            tag=cash                          | full.one plain.c
            tag=cash&tag=board                | full.one
            tag_any=board&tag_any=other       | full.one plain.c
            tag_any=board&tag_any=other&view=draft | full.one plain.a plain.c
            status=draft                      | plain.b plain.c
            status=published                  | full.one plain.a
            unit=percent                      | full.one
            grain=month&grain=week            | full.one plain.c
            owner=Data%20platform             | full.one
            source_system=crm                 | full.one
            missing=owner                     | plain.a plain.b plain.c
            missing=target&missing=source     | plain.a plain.b plain.c
            created_after=2999-01-01T00:00:00Z | -
            created_before=2999-01-01T00:00:00Z&domain=below | full.one
            updated_after=2001-01-01T00:00:00Z&domain=below | full.one
            updated_before=2001-01-01T00:00:00Z | -
            view=published                    | full.one plain.a
            domain=nowhere                    | -
            """)
    void filters(String query, String ids) throws Exception {
        assertThat(app.api().get(METRICS + "?" + query).texts("/items", "metric_id"))
                .containsExactlyElementsOf(ids == null ? List.of() : List.of(ids.split(" ")));
    }

    @Test
    void readersAreListedWhatWasPublishedAsItWas() throws Exception {
        Reply page = app.as(Role.VIEWER).get(METRICS);

        assertThat(page.texts("/items", "metric_id")).containsExactly("full.one", "plain.a");
        assertThat(page.texts("/items", "name")).doesNotContain("A draft");
        assertThat(app.as(Role.VIEWER).get(METRICS + "?tag=board").texts("/items", "metric_id"))
                .containsExactly("full.one");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "metric_id",
                "-metric_id",
                "name",
                "-name,+metric_id",
                "domain,-tier",
                "-tier",
                "created_at",
                "-updated_at,name",
                "tier,domain,-name"
            })
    void pagesOfEveryOrderAreTogetherTheWhole(String sort) throws Exception {
        String path = METRICS + "?view=draft&sort=" + URLEncoder.encode(sort, StandardCharsets.UTF_8);
        List<String> whole = app.api().get(path).texts("/items", "metric_id");
        List<String> pages = new ArrayList<>();
        for (String next = path + "&limit=1"; !next.isEmpty(); ) {
            Reply page = app.api().get(next);
            assertThat(page.status()).as(page.toString()).isEqualTo(200);
            pages.addAll(page.texts("/items", "metric_id"));
            next = page.text("/page/next");
        }

        assertThat(whole).hasSize(4);
        assertThat(pages).isEqualTo(whole);
    }

    @Test
    void descendingIsTheOtherWayRound() throws Exception {
        List<String> ids =
                new ArrayList<>(app.api().get(METRICS + "?sort=created_at").texts("/items", "metric_id"));
        Collections.reverse(ids);

        assertThat(app.api().get(METRICS + "?sort=-created_at").texts("/items", "metric_id"))
                .isEqualTo(ids);
    }

    @Test
    void aPlusThatWasNotEncodedIsAPlus() throws Exception {
        assertThat(app.api().get(METRICS + "?sort=+name").status()).isEqualTo(200);
    }

    @Test
    void showsOnlyTheFieldsThatAreWanted() throws Exception {
        Reply page = app.api().get(METRICS + "?fields=name,tier&domain=below");

        assertThat(page.json().at("/items/0").toString()).isEqualTo("{\"name\":\"Gross margin ✓\",\"tier\":1}");
        assertThat(app.api().get(METRICS + "/full.one?fields=status").body()).isEqualTo("{\"status\":\"published\"}");
        Reply refused = app.api().get(METRICS + "?fields=name,teir");
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.text("/errors/0/detail")).contains("'teir' is none. Did you mean 'tier'?");
    }

    @Test
    void countsAllWhenAsked() throws Exception {
        Reply counted = app.api().send("GET", METRICS + "?limit=1", "", "Prefer", "return=total-count");

        assertThat(counted.text("/page/total")).isEqualTo("4");
        assertThat(app.api().get(METRICS + "?limit=1").json().at("/page").has("total"))
                .isFalse();
        assertThat(app.as(Role.VIEWER)
                        .send("GET", METRICS, "", "Prefer", "return=total-count")
                        .text("/page/total"))
                .isEqualTo("2");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sort=size",
                "sort=name,name",
                "sort=",
                "view=all",
                "include=everything",
                "missing=tier",
                "status=in_review",
                "created_after=yesterday",
                "owner=%20",
                "tag=Not+A+Tag",
                "fields=",
                "tier=0"
            })
    void refusesWhatNoMetricCanHave(String query) throws Exception {
        Reply refused = app.api().get(METRICS + "?" + query);

        assertThat(refused.status()).as(refused.toString()).isEqualTo(400);
        assertThat(refused.text("/errors/0/parameter")).isEqualTo(query.replaceFirst("=.*", ""));
    }

    @Test
    void aHeadHasTheHeadersOfAGet() throws Exception {
        Reply head = app.api().send("HEAD", METRICS + "?domain=top", "");

        assertThat(head.status()).isEqualTo(200);
        assertThat(head.header("X-Cache")).isNotEmpty();
        assertThat(head.body()).isEmpty();
    }
}
