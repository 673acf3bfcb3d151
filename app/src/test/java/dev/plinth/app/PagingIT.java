package dev.plinth.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.app.support.Reply;
import dev.plinth.app.support.RunningApp;
import dev.plinth.app.support.Servers;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(Servers.Extension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class PagingIT {
    private static final String METRICS = "/api/v1/metrics";

    private final RunningApp app;

    PagingIT(Servers servers) throws SQLException {
        app = new RunningApp(servers.environment());
    }

    @BeforeAll
    void fill() throws Exception {
        // Not in the order of their ids; "-", "." and "_" would sort otherwise in most locales.
        for (String id : List.of("b-1", "a.two", "a-two", "a_two", "b.1", "c.one", "atwo")) {
            app.create(id, id.startsWith("a") ? "first" : "second");
        }
    }

    @AfterAll
    void stop() {
        app.close();
    }

    @Test
    void pagesTogetherAreTheWholeInOrder() throws Exception {
        assertThat(idsOfAllPages(METRICS + "?limit=3"))
                .containsExactly("a-two", "a.two", "a_two", "atwo", "b-1", "b.1", "c.one");
    }

    @Test
    void aPageThatIsJustFullIsTheLast() throws Exception {
        Reply page = app.api().get(METRICS + "?domain=second&limit=3");

        assertThat(page.texts("/items", "metric_id")).containsExactly("b-1", "b.1", "c.one");
        assertThat(page.json().at("/page").has("next")).isFalse();
    }

    @Test
    void filtersByOneDomainOrSeveral() throws Exception {
        assertThat(idsOfAllPages(METRICS + "?domain=first&limit=2")).containsExactly("a-two", "a.two", "a_two", "atwo");
        assertThat(idsOfAllPages(METRICS + "?domain=first&domain=second")).hasSize(7);
        assertThat(idsOfAllPages(METRICS + "?domain=third")).isEmpty();
    }

    @Test
    void filtersByTierAndType() throws Exception {
        assertThat(idsOfAllPages(METRICS + "?tier=3&metric_type=lagging&domain=second"))
                .containsExactly("b-1", "b.1", "c.one");
        assertThat(idsOfAllPages(METRICS + "?tier=1&tier=2")).isEmpty();
        assertThat(idsOfAllPages(METRICS + "?metric_type=leading")).isEmpty();
    }

    @Test
    void aMetricThatComesMeanwhileNeitherRepeatsNorHidesAnother(Servers servers) throws Exception {
        try (var own = new RunningApp(servers.environment())) {
            for (String id : List.of("m.1", "m.2", "m.3", "m.4")) {
                own.create(id, "moving");
            }
            Reply first = own.api().get(METRICS + "?limit=2");
            own.create("m.0", "moving");
            own.create("m.25", "moving");

            assertThat(first.texts("/items", "metric_id")).containsExactly("m.1", "m.2");
            assertThat(own.api().get(first.text("/page/next")).texts("/items", "metric_id"))
                    .containsExactly("m.25", "m.3");
        }
    }

    @Test
    void linksLeadBackToThePageAndToTheFirst() throws Exception {
        Reply first = app.api().get(METRICS + "?limit=2");
        Reply second = app.api().get(first.text("/page/next"));

        assertThat(app.api().get(second.text("/page/self")).body()).isEqualTo(second.body());
        assertThat(app.api().get(second.text("/page/first")).body()).isEqualTo(first.body());
    }

    @Test
    void limitIsFiftyUnlessToldAndTwoHundredAtMost() throws Exception {
        assertThat(app.api().get(METRICS).text("/query/limit")).isEqualTo("50");
        assertThat(app.api().get(METRICS + "?limit=200").text("/query/limit")).isEqualTo("200");
        assertThat(app.api().get(METRICS + "?limit=201").text("/query/limit")).isEqualTo("200");
    }

    @Test
    void aCursorHoldsForItsOwnFilterOnly() throws Exception {
        String next = app.api().get(METRICS + "?domain=first&limit=2").text("/page/next");

        Reply refused = app.api().get(next.replace("domain=first", "domain=second"));

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.text("/errors/0/parameter")).isEqualTo("cursor");
    }

    private List<String> idsOfAllPages(String path) throws IOException, InterruptedException {
        List<String> ids = new ArrayList<>();
        String next = path;
        while (!next.isEmpty()) {
            Reply page = app.api().get(next);
            assertThat(page.status()).as(page.toString()).isEqualTo(200);
            ids.addAll(page.texts("/items", "metric_id"));
            next = page.text("/page/next");
        }
        return ids;
    }
}
