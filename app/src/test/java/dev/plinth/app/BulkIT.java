package dev.plinth.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.app.access.Role;
import dev.plinth.app.support.Bodies;
import dev.plinth.app.support.Reply;
import dev.plinth.app.support.RunningApp;
import dev.plinth.app.support.Servers;
import java.util.Collections;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(Servers.Extension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class BulkIT {
    private static final String BULK = "/api/v1/bulk/metrics";
    private static final String METRICS = "/api/v1/metrics/";

    private final RunningApp app;

    BulkIT(Servers servers) throws Exception {
        app = new RunningApp(servers.environment());
    }

    @BeforeAll
    void fill() throws Exception {
        app.domain("bulk");
    }

    @AfterAll
    void stop() {
        app.close();
    }

    @Test
    void everyVerbDoesWhatItSays() throws Exception {
        app.create("bulk.there", "bulk");
        app.create("bulk.gone", "bulk");

        Reply reply = app.api()
                .post(
                        BULK,
                        items(
                                "{\"op\": \"create\", \"metric\": %s}".formatted(Bodies.metric("bulk.new", "bulk")),
                                "{\"op\": \"upsert\", \"metric\": %s}"
                                        .formatted(Bodies.fullMetric("bulk.there", "bulk")),
                                "{\"op\": \"upsert\", \"metric\": %s}".formatted(Bodies.metric("bulk.newer", "bulk")),
                                "{\"op\": \"update\", \"metric_id\": \"bulk.new\", \"patch\": {\"name\": \"Renamed\", \"tier\": 1}}",
                                "{\"op\": \"tag\", \"metric_id\": \"bulk.new\", \"tags\": [\"one\", \"two\"]}",
                                "{\"op\": \"untag\", \"metric_id\": \"bulk.new\", \"tags\": [\"one\", \"none\"], \"if_match\": \"\\\"r3\\\"\"}",
                                "{\"op\": \"delete\", \"metric_id\": \"bulk.gone\", \"if_match\": \"*\"}"));

        assertThat(reply.status()).as(reply.toString()).isEqualTo(207);
        assertThat(reply.texts("/results", "status")).containsExactly("201", "200", "201", "200", "200", "200", "204");
        assertThat(reply.texts("/results", "metric_id"))
                .containsExactly(
                        "bulk.new", "bulk.there", "bulk.newer", "bulk.new", "bulk.new", "bulk.new", "bulk.gone");
        assertThat(reply.text("/results/5/revision")).isEqualTo("4");
        Reply changed = app.api().get(METRICS + "bulk.new");
        assertThat(changed.text("/name")).isEqualTo("Renamed");
        assertThat(changed.json().path("tags").toString()).isEqualTo("[\"two\"]");
        assertThat(app.api().get(METRICS + "bulk.gone").status()).isEqualTo(404);
    }

    @Test
    void whatFailsLeavesNothingBehindAndUndoesNothingElse() throws Exception {
        app.create("bulk.first", "bulk");

        Reply reply = app.api()
                .post(
                        BULK,
                        items(
                                "{\"op\": \"create\", \"metric\": %s}".formatted(Bodies.metric("bulk.before", "bulk")),
                                "{\"op\": \"create\", \"metric\": %s}".formatted(Bodies.metric("bulk.first", "bulk")),
                                "{\"op\": \"create\", \"metric\": %s}".formatted(Bodies.metric("bulk.lost", "nowhere")),
                                "{\"op\": \"update\", \"metric_id\": \"bulk.first\", \"patch\": {\"tier\": 9, \"nmae\": 1}}",
                                "{\"op\": \"delete\", \"metric_id\": \"bulk.first\", \"if_match\": \"\\\"r7\\\"\"}",
                                "{\"op\": \"tag\", \"metric_id\": \"bulk.none\", \"tags\": [\"one\"]}",
                                "{\"op\": \"create\", \"metric\": %s}".formatted(Bodies.metric("bulk.after", "bulk"))));

        assertThat(reply.texts("/results", "status")).containsExactly("201", "409", "400", "400", "412", "404", "201");
        assertThat(reply.text("/results/1/problem/code")).isEqualTo("already_exists");
        assertThat(reply.text("/results/2/problem/errors/0/pointer")).isEqualTo("/domain");
        assertThat(reply.text("/results/3/problem/errors/0/pointer")).isEqualTo("/tier");
        assertThat(reply.json().at("/results/3/problem/errors")).hasSize(2);
        assertThat(reply.text("/results/4/problem/type")).isEqualTo("/problems/stale-revision");
        assertThat(app.api().get(METRICS + "bulk.before").status()).isEqualTo(200);
        assertThat(app.api().get(METRICS + "bulk.after").status()).isEqualTo(200);
        assertThat(app.api().get(METRICS + "bulk.first").text("/revision")).isEqualTo("1");
    }

    @Test
    void allOrNoneTakesBackWhatCouldBeDone() throws Exception {
        Reply reply = app.api()
                .post(
                        BULK + "?atomic=true",
                        items(
                                "{\"op\": \"create\", \"metric\": %s}".formatted(Bodies.metric("bulk.atomic", "bulk")),
                                "{\"op\": \"tag\", \"metric_id\": \"bulk.none\", \"tags\": [\"one\"]}"));

        assertThat(reply.status()).isEqualTo(207);
        assertThat(reply.texts("/results", "status")).containsExactly("424", "404");
        assertThat(reply.text("/results/0/problem/code")).isEqualTo("not_carried_out");
        assertThat(app.api().get(METRICS + "bulk.atomic").status()).isEqualTo(404);

        Reply good = app.api()
                .post(
                        BULK + "?atomic=true",
                        items("{\"op\": \"create\", \"metric\": %s}".formatted(Bodies.metric("bulk.atomic", "bulk"))));
        assertThat(good.texts("/results", "status")).containsExactly("201");
    }

    @Test
    void anItemThatCannotBeUnderstoodSaysWhy() throws Exception {
        Reply reply = app.api()
                .post(
                        BULK,
                        items(
                                "7",
                                "{}",
                                "{\"op\": \"mend\"}",
                                "{\"op\": \"create\"}",
                                "{\"op\": \"create\", \"metric\": 7}",
                                "{\"op\": \"tag\", \"metric_id\": \"bulk.x\"}",
                                "{\"op\": \"delete\", \"metric_id\": \"bulk.x\", \"if_mach\": \"*\"}",
                                "{\"op\": \"delete\", \"metric_id\": \"bulk.x\", \"if_match\": \"r1\"}"));

        assertThat(reply.texts("/results", "status")).containsOnly("400").hasSize(8);
        assertThat(reply.text("/results/1/problem/errors/0/pointer")).isEqualTo("/op");
        assertThat(reply.text("/results/3/problem/errors/0/pointer")).isEqualTo("/metric");
        assertThat(reply.text("/results/6/problem/errors/0/detail")).contains("Did you mean 'if_match'?");
        assertThat(reply.text("/results/7/problem/errors/0/pointer")).isEqualTo("/if_match");
    }

    @Test
    void moreThanAHundredAreRefused() throws Exception {
        String many = items(Collections.nCopies(101, "{}").toArray(String[]::new));

        assertThat(app.api().post(BULK, many).text("/errors/0/detail")).contains("at most 100");
        assertThat(app.api().post(BULK, "{\"items\": 1}").status()).isEqualTo(400);
        assertThat(app.api().post(BULK, "{}").status()).isEqualTo(400);
    }

    @Test
    void aTrialChangesNothing() throws Exception {
        Reply tried = app.api()
                .post(
                        BULK + "?validate_only=true",
                        items("{\"op\": \"create\", \"metric\": %s}".formatted(Bodies.metric("bulk.trial", "bulk"))));

        assertThat(tried.texts("/results", "status")).containsExactly("201");
        assertThat(app.api().get(METRICS + "bulk.trial").status()).isEqualTo(404);
    }

    @Test
    void onlyWhoMayChangeTheDomainMay() throws Exception {
        Reply reply = app.as(Role.EDITOR)
                .post(
                        BULK,
                        items("{\"op\": \"create\", \"metric\": %s}".formatted(Bodies.metric("bulk.foreign", "bulk"))));

        assertThat(reply.texts("/results", "status")).containsExactly("403");
        assertThat(app.as(Role.VIEWER).post(BULK, items()).status()).isEqualTo(403);
    }

    private static String items(String... items) {
        return "{\"items\": [%s]}".formatted(String.join(", ", items));
    }
}
