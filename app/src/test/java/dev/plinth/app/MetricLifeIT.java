package dev.plinth.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.app.access.Role;
import dev.plinth.app.support.Author;
import dev.plinth.app.support.Bodies;
import dev.plinth.app.support.Client;
import dev.plinth.app.support.Reply;
import dev.plinth.app.support.RunningApp;
import dev.plinth.app.support.Servers;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ExtendWith(Servers.Extension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class MetricLifeIT {
    private static final String METRICS = Author.METRICS;

    private final RunningApp app;
    private final Author author;

    MetricLifeIT(Servers servers) throws SQLException {
        app = new RunningApp(servers.environment());
        author = new Author(app.api());
    }

    @AfterAll
    void stop() {
        app.close();
    }

    @Test
    void versionsAreNumberedByWhatHasChanged() throws Exception {
        app.create("life.numbered", "life");
        assertThat(published("life.numbered")).isEqualTo("1.0.0");
        author.patch("life.numbered", """
                {"tags": ["new"]}""");
        assertThat(published("life.numbered")).isEqualTo("1.0.1");
        author.patch("life.numbered", """
                {"tier": 1}""");
        assertThat(published("life.numbered")).isEqualTo("1.1.0");
        author.patch("life.numbered", """
                {"definition": {"unit": "USD"}, "tier": 2}""");
        assertThat(published("life.numbered")).isEqualTo("2.0.0");

        Reply again = author.publish("life.numbered");
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.text("/code")).isEqualTo("wrong_state");
        assertThat(again.text("/detail")).contains("nothing to publish").contains("2.0.0");
    }

    @Test
    void readersSeeWhatWasPublishedUntilTheNextTime() throws Exception {
        Client viewer = app.as(Role.VIEWER);
        app.create("life.shown", "life");
        assertThat(viewer.get(METRICS + "life.shown").status()).isEqualTo(404);
        author.publish("life.shown");
        Reply draft = author.patch("life.shown", """
                {"name": "A better name"}""");
        assertThat(draft.text("/name")).isEqualTo("A better name");
        assertThat(draft.text("/version")).isEqualTo("1.0.0");

        assertThat(viewer.get(METRICS + "life.shown").text("/name")).isEqualTo("A metric");
        assertThat(app.api().get(METRICS + "life.shown").text("/name")).isEqualTo("A metric");
        assertThat(app.api().get(METRICS + "life.shown?view=draft").text("/name"))
                .isEqualTo("A better name");
        assertThat(viewer.get(METRICS + "life.shown?view=draft").status()).isEqualTo(403);
        assertThat(viewer.get("/api/v1/metrics?view=current").status()).isEqualTo(403);

        author.publish("life.shown");
        assertThat(viewer.get(METRICS + "life.shown").text("/name")).isEqualTo("A better name");
        assertThat(viewer.get(METRICS + "life.shown").text("/version")).isEqualTo("1.1.0");
    }

    @Test
    void aDeprecatedMetricSaysSoInBodyAndHeaders() throws Exception {
        app.create("life.successor", "life");
        author.publish("life.successor");
        app.create("life.leaving", "life");
        author.publish("life.leaving");
        Reply deprecated = author.verb("life.leaving", "deprecate", """
                {"reason": "See the other.", "sunset": "2099-12-31T00:00:00Z", "replacement": "life.successor"}""");
        assertThat(deprecated.status()).as(deprecated.toString()).isEqualTo(200);

        for (String path : new String[] {"life.leaving", "life.leaving?fields=name", "life.leaving/versions/latest"}) {
            Reply reply = app.as(Role.VIEWER).get(METRICS + path);
            assertThat(reply.header("Deprecation")).as(path).matches("@[0-9]{10}");
            assertThat(reply.header("Sunset")).isEqualTo("Thu, 31 Dec 2099 00:00:00 GMT");
            assertThat(reply.header("Link")).isEqualTo("</api/v1/metrics/life.successor>; rel=\"successor-version\"");
        }
        Reply reply = app.api().get(METRICS + "life.leaving");
        assertThat(reply.text("/status")).isEqualTo("deprecated");
        assertThat(reply.text("/deprecation/reason")).isEqualTo("See the other.");

        author.patch("life.leaving", """
                {"description": "Needed after all."}""");
        assertThat(author.publish("life.leaving").text("/status")).isEqualTo("published");
        assertThat(app.api().get(METRICS + "life.leaving").header("Deprecation"))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"reason": "x", "sunset": "2001-01-01T00:00:00Z"}                                         | /sunset
            {"reason": "x", "sunset": "tomorrow"}                                                     | /sunset
            {"reason": "x", "sunset": "2099-01-01T00:00:00Z", "replacement": "life.refused"}          | /replacement
            {"reason": "x", "sunset": "2099-01-01T00:00:00Z", "replacement": "no.such"}               | /replacement
            {"sunset": "2099-01-01T00:00:00Z"}                                                        | /reason
            """)
    void aDeprecationMustMakeSense(String body, String pointer) throws Exception {
        app.create("life.refused", "life");
        author.publish("life.refused");

        Reply refused = author.verb("life.refused", "deprecate", body);

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.text("/errors/0/pointer")).isEqualTo(pointer);
    }

    @Test
    void aRetiredMetricIsOnlyFoundByItsId() throws Exception {
        Client viewer = app.as(Role.VIEWER);
        app.create("life.ended", "ended");
        assertThat(author.retire("life.ended").status()).isEqualTo(409);
        author.publish("life.ended");
        assertThat(viewer.get("/api/v1/metrics?domain=ended").texts("/items", "metric_id"))
                .containsExactly("life.ended");
        assertThat(author.retire("life.ended").text("/status")).isEqualTo("retired");

        assertThat(viewer.get(METRICS + "life.ended").text("/status")).isEqualTo("retired");
        assertThat(viewer.get("/api/v1/metrics?domain=ended").texts("/items", "metric_id"))
                .isEmpty();
        assertThat(viewer.get("/api/v1/metrics?domain=ended&status=retired").texts("/items", "metric_id"))
                .isEmpty();
        assertThat(author.publish("life.ended").status()).isEqualTo(409);
        assertThat(author.deprecate("life.ended").status()).isEqualTo(409);
        assertThat(author.retire("life.ended").status()).isEqualTo(409);
    }

    @Test
    void aDeletedMetricCanBeBroughtBack() throws Exception {
        app.create("life.gone", "gone");
        author.publish("life.gone");
        assertThat(app.api().send("DELETE", METRICS + "life.gone", "").status()).isEqualTo(428);
        assertThat(app.api()
                        .send("DELETE", METRICS + "life.gone", "", "If-Match", "\"r1\"")
                        .status())
                .isEqualTo(412);
        assertThat(author.delete("life.gone").status()).isEqualTo(204);

        assertThat(app.api().get(METRICS + "life.gone").status()).isEqualTo(404);
        assertThat(author.delete("life.gone").status()).isEqualTo(404);
        assertThat(app.create("life.gone", "gone").status()).isEqualTo(409);
        assertThat(app.api().get("/api/v1/metrics?domain=gone").texts("/items", "metric_id"))
                .isEmpty();
        Reply deleted = app.api().get("/api/v1/metrics?domain=gone&include=deleted");
        assertThat(deleted.texts("/items", "metric_id")).containsExactly("life.gone");
        assertThat(deleted.text("/items/0/deleted_at")).isNotEmpty();
        assertThat(app.as(Role.VIEWER).get("/api/v1/metrics?include=deleted").status())
                .isEqualTo(403);

        assertThat(author.verb("life.gone", "undelete", "").text("/status")).isEqualTo("published");
        assertThat(author.verb("life.gone", "undelete", "").status()).isEqualTo(409);
        assertThat(app.as(Role.VIEWER).get(METRICS + "life.gone").text("/version"))
                .isEqualTo("1.0.0");
    }

    @Test
    void onlyWhoMayPublishMayForceADeletion() throws Exception {
        app.create("life.forced", "life");
        String forced = METRICS + "life.forced?force=true";

        assertThat(app.as(Role.EDITOR)
                        .send("DELETE", forced, "", "If-Match", "*")
                        .status())
                .isEqualTo(403);
        assertThat(app.api().send("DELETE", forced, "", "If-Match", "*").status())
                .isEqualTo(204);
    }

    @Test
    void anOldIdLeadsToTheMetricForEver() throws Exception {
        app.create("life.first-id", "life");
        author.publish("life.first-id");
        app.api().get(METRICS + "life.first-id");
        assertThat(author.rename("life.first-id", "life.second-id").text("/metric_id"))
                .isEqualTo("life.second-id");

        for (int read = 0; read < 2; read++) {
            Reply old = app.as(Role.VIEWER).get(METRICS + "life.first-id");
            assertThat(old.text("/metric_id")).isEqualTo("life.second-id");
            assertThat(old.header("Content-Location")).isEqualTo("/api/v1/metrics/life.second-id");
        }
        assertThat(app.api().get(METRICS + "life.second-id").header("Content-Location"))
                .isEmpty();
        assertThat(author.patch("life.first-id", """
                        {"name": "By its old id"}""").text("/metric_id")).isEqualTo("life.second-id");
        assertThat(app.create("life.first-id", "life").status()).isEqualTo(409);
        app.create("life.taken", "life");
        assertThat(author.rename("life.second-id", "life.taken").status()).isEqualTo(409);
        assertThat(author.rename("life.second-id", "life.first-id").text("/metric_id"))
                .isEqualTo("life.first-id");
    }

    @Test
    void aCopySaysTheSameUnderAnotherId() throws Exception {
        app.domain("life");
        app.api().post("/api/v1/metrics", Bodies.fullMetric("life.original", "life"));

        Reply copy = author.verb("life.original", "duplicate", """
                {"metric_id": "life.copy"}""");

        assertThat(copy.status()).as(copy.toString()).isEqualTo(201);
        assertThat(copy.header("Location")).isEqualTo("/api/v1/metrics/life.copy");
        assertThat(copy.text("/status")).isEqualTo("draft");
        assertThat(copy.json().at("/definition"))
                .isEqualTo(app.api().get(METRICS + "life.original").json().at("/definition"));
        assertThat(author.verb("life.original", "duplicate", """
                        {"metric_id": "life.copy"}""").status()).isEqualTo(409);
    }

    @Test
    void anOldVersionStaysAndCanBecomeTheDraftAgain() throws Exception {
        app.create("life.versions", "life");
        author.publish("life.versions");
        author.patch("life.versions", """
                {"name": "Second", "tags": ["new"]}""");
        author.publish("life.versions");
        Client viewer = app.as(Role.VIEWER);
        String versions = METRICS + "life.versions/versions";

        assertThat(viewer.get(versions).texts("/items", "version")).containsExactly("1.1.0", "1.0.0");
        Reply firstPage = viewer.get(versions + "?limit=1");
        assertThat(viewer.get(firstPage.text("/page/next")).texts("/items", "version"))
                .containsExactly("1.0.0");
        assertThat(viewer.get(versions + "/1.0.0").text("/content/name")).isEqualTo("A metric");
        assertThat(viewer.get(versions + "/latest").text("/change_class")).isEqualTo("minor");
        assertThat(viewer.get(versions + "/latest").text("/reason")).isEqualTo("It is agreed.");
        assertThat(viewer.get(versions + "/9.0.0").status()).isEqualTo(404);
        assertThat(viewer.get(versions + "/first").status()).isEqualTo(404);

        assertThat(author.verb("life.versions/versions/1.0.0", "restore", "").text("/name"))
                .isEqualTo("A metric");
        assertThat(viewer.get(METRICS + "life.versions").text("/name")).isEqualTo("Second");
        assertThat(published("life.versions")).isEqualTo("1.2.0");
    }

    @Test
    void versionsAreComparedFieldByField() throws Exception {
        app.create("life.compared", "life");
        author.publish("life.compared");
        author.patch("life.compared", """
                {"definition": {"unit": "USD"}, "tags": ["new"], "notes": "A note."}""");
        author.publish("life.compared");
        String versions = METRICS + "life.compared/versions";

        Reply diff = app.as(Role.VIEWER).get(versions + "/2.0.0/diff");
        assertThat(diff.text("/base")).isEqualTo("1.0.0");
        assertThat(diff.text("/change_class")).isEqualTo("major");
        assertThat(diff.texts("/changes", "pointer")).containsExactly("/tags/0", "/definition/unit", "/notes");
        assertThat(diff.texts("/changes", "op")).containsExactly("add", "replace", "add");
        assertThat(diff.text("/changes/1/before")).isEqualTo("EUR");
        assertThat(diff.text("/summary")).isEqualTo("A major change at /tags/0, /definition/unit, /notes.");
        Reply back = app.api().get(versions + "/1.0.0/diff?base=2.0.0");
        assertThat(back.texts("/changes", "op")).containsExactly("remove", "replace", "remove");
        assertThat(app.api().get(versions + "/1.0.0/diff?base=1.0.0").text("/change_class"))
                .isEqualTo("none");
        assertThat(app.api().get(versions + "/1.0.0/diff").status()).isEqualTo(400);
    }

    @Test
    void versionsOfADraftAreNobodysBusiness() throws Exception {
        app.create("life.secret", "life");

        assertThat(app.as(Role.VIEWER).get(METRICS + "life.secret/versions").status())
                .isEqualTo(404);
        assertThat(app.api().get(METRICS + "life.secret/versions").texts("/items", "version"))
                .isEmpty();
        assertThat(app.api().get(METRICS + "life.secret/versions/latest").status())
                .isEqualTo(404);
    }

    @Test
    void whoIsNoMemberOfTheDomainMayNotChangeItsMetrics() throws Exception {
        app.create("life.reserved", "reserved");

        Reply refused = new Author(app.as(Role.EDITOR)).patch("life.reserved", """
                {"name": "Taken over"}""");

        assertThat(refused.status()).as(refused.toString()).isEqualTo(403);
        assertThat(app.as(Role.EDITOR)
                        .post("/api/v1/metrics", Bodies.metric("life.foreign", "reserved"))
                        .status())
                .isEqualTo(403);
    }

    private String published(String id) throws Exception {
        Reply reply = author.publish(id);
        assertThat(reply.status()).as(reply.toString()).isEqualTo(200);
        return reply.text("/published_version");
    }
}
