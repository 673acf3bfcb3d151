package dev.plinth.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.app.access.Role;
import dev.plinth.app.support.Reply;
import dev.plinth.app.support.RunningApp;
import dev.plinth.app.support.Servers;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(Servers.Extension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class RelationshipsIT {
    private final RunningApp app;

    RelationshipsIT(Servers servers) throws SQLException {
        app = new RunningApp(servers.environment());
    }

    @AfterAll
    void stop() {
        app.close();
    }

    @Test
    void keepsWhatAMetricSaysOfAnother() throws Exception {
        metrics("keep.a", "keep.b");

        Reply made = add("keep.a", "derived_from", "keep.b");

        assertThat(made.status()).as(made.toString()).isEqualTo(201);
        assertThat(made.text("/from")).isEqualTo("keep.a");
        assertThat(made.text("/to")).isEqualTo("keep.b");
        assertThat(app.api().get(made.header("Location")).body()).isEqualTo(made.body());
        assertThat(list("keep.a")).isEqualTo(list("keep.b")).containsExactly("derived_from");
    }

    @Test
    void takesARelationshipBack() throws Exception {
        metrics("gone.a", "gone.b");
        String address = add("gone.a", "parent", "gone.b").header("Location");

        assertThat(app.api().send("DELETE", address, "").status()).isEqualTo(204);
        assertThat(app.api().get(address).status()).isEqualTo(404);
        assertThat(app.api().send("DELETE", address, "").status()).isEqualTo(404);
        assertThat(list("gone.a")).isEmpty();
    }

    @Test
    void listsByTypeAndPageByPage() throws Exception {
        metrics("page.a", "page.b", "page.c");
        add("page.a", "related", "page.b");
        add("page.a", "derived_from", "page.b");
        add("page.c", "derived_from", "page.a");

        Reply first = app.api().get(path("page.a") + "?type=derived_from&limit=1");

        assertThat(first.texts("/items", "to")).containsExactly("page.b");
        assertThat(app.api().get(first.text("/page/next")).texts("/items", "from"))
                .containsExactly("page.c");
    }

    @ParameterizedTest
    @ValueSource(strings = {"related", "tradeoff"})
    void whatHoldsBothWaysIsKeptOnce(String type) throws Exception {
        metrics("both-" + type + ".a", "both-" + type + ".b");
        assertThat(add("both-" + type + ".a", type, "both-" + type + ".b").status())
                .isEqualTo(201);

        Reply again = add("both-" + type + ".b", type, "both-" + type + ".a");

        assertThat(again.status()).isEqualTo(409);
        assertThat(again.text("/code")).isEqualTo("already_exists");
    }

    @ParameterizedTest
    @ValueSource(strings = {"derived_from", "numerator", "denominator", "parent", "replaces"})
    void directedOnesNeverLeadInACircle(String type) throws Exception {
        String prefix = "circle-" + type + ".";
        metrics(prefix + "a", prefix + "b", prefix + "c");
        add(prefix + "a", type, prefix + "b");
        add(prefix + "b", type, prefix + "c");

        Reply refused = add(prefix + "c", type, prefix + "a");

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.text("/code")).isEqualTo("would_form_cycle");
        assertThat(add(prefix + "a", type, prefix + "a").text("/code")).isEqualTo("would_form_cycle");
        assertThat(add(prefix + "a", type, prefix + "c").status()).isEqualTo(201);
    }

    @Test
    void aCircleOfDifferentKindsIsNone() throws Exception {
        metrics("kinds.a", "kinds.b");
        add("kinds.a", "derived_from", "kinds.b");

        assertThat(add("kinds.b", "numerator", "kinds.a").text("/code")).isEqualTo("would_form_cycle");
        assertThat(add("kinds.b", "parent", "kinds.a").status()).isEqualTo(201);
        assertThat(add("kinds.b", "replaces", "kinds.a").status()).isEqualTo(201);
    }

    @Test
    void randomOnesAtOnceNeverLeadInACircle() throws Exception {
        List<String> ids = new ArrayList<>();
        for (int index = 0; index < 12; index++) {
            ids.add("random.m" + index);
        }
        metrics(ids.toArray(new String[0]));
        var random = new Random(4711);
        List<Callable<Reply>> tasks = new ArrayList<>();
        for (int index = 0; index < 150; index++) {
            String from = ids.get(random.nextInt(ids.size()));
            String to = ids.get(random.nextInt(ids.size()));
            String type = List.of("derived_from", "numerator", "denominator").get(random.nextInt(3));
            tasks.add(() -> add(from, type, to));
        }

        Map<String, Set<String>> edges = new HashMap<>();
        try (var writers = Executors.newFixedThreadPool(8)) {
            for (Future<Reply> future : writers.invokeAll(tasks)) {
                Reply reply = future.get();
                assertThat(reply.status()).as(reply.toString()).isIn(201, 409);
                if (reply.status() == 201) {
                    edges.computeIfAbsent(reply.text("/from"), id -> new HashSet<>())
                            .add(reply.text("/to"));
                }
            }
        }

        assertThat(edges).hasSizeGreaterThan(8);
        assertThat(ids).allSatisfy(id -> assertThat(reachedFrom(id, edges)).doesNotContain(id));
    }

    @Test
    void aDraftIsNoNeighbourForThoseWhoDoNotSeeDrafts() throws Exception {
        metrics("secret.draft", "secret.public");
        publish("secret.public");
        String address = add("secret.draft", "derived_from", "secret.public").header("Location");
        String fromPublic = path("secret.public") + address.substring(address.lastIndexOf('/'));

        assertThat(app.as(Role.VIEWER).get(path("secret.public")).texts("/items", "from"))
                .isEmpty();
        assertThat(app.as(Role.VIEWER).get(fromPublic).status()).isEqualTo(404);
        assertThat(app.as(Role.VIEWER).get(path("secret.draft")).status()).isEqualTo(404);
        assertThat(app.as(Role.EDITOR).get(fromPublic).status()).isEqualTo(200);
    }

    @Test
    void anEditorChangesOnlyWhatIsInTheirDomains() throws Exception {
        metrics("reach.a", "reach.b");
        String address = add("reach.a", "related", "reach.b").header("Location");

        assertThat(app.as(Role.EDITOR)
                        .post(path("reach.a"), body("derived_from", "reach.b"))
                        .status())
                .isEqualTo(403);
        assertThat(app.as(Role.EDITOR).send("DELETE", address, "").status()).isEqualTo(403);
    }

    @Test
    void refusesAMetricThatIsNotThere() throws Exception {
        metrics("alone.a");

        assertThat(add("alone.a", "parent", "alone.b").text("/errors/0/pointer"))
                .isEqualTo("/metric_id");
        assertThat(add("alone.b", "parent", "alone.a").status()).isEqualTo(404);
        assertThat(app.api().get(path("alone.a") + "/" + UUID.randomUUID()).status())
                .isEqualTo(404);
        assertThat(app.api().get(path("alone.a") + "/none").status()).isEqualTo(404);
    }

    private static Set<String> reachedFrom(String id, Map<String, Set<String>> edges) {
        Set<String> reached = new HashSet<>();
        List<String> open = new ArrayList<>(edges.getOrDefault(id, Set.of()));
        while (!open.isEmpty()) {
            String next = open.removeLast();
            if (reached.add(next)) {
                open.addAll(edges.getOrDefault(next, Set.of()));
            }
        }
        return reached;
    }

    private void metrics(String... ids) throws IOException, InterruptedException {
        for (String id : ids) {
            assertThat(app.create(id, "structure").status()).isEqualTo(201);
        }
    }

    private void publish(String id) throws IOException, InterruptedException {
        Reply published = app.api()
                .send(
                        "POST",
                        "/api/v1/metrics/" + id + ":publish",
                        "{\"reason\": \"It is ready.\"}",
                        "Content-Type",
                        "application/json",
                        "If-Match",
                        "*");
        assertThat(published.status()).as(published.toString()).isEqualTo(200);
    }

    private Reply add(String from, String type, String to) throws IOException, InterruptedException {
        return app.api().post(path(from), body(type, to));
    }

    private List<String> list(String id) throws IOException, InterruptedException {
        return app.api().get(path(id)).texts("/items", "type");
    }

    private static String path(String id) {
        return "/api/v1/metrics/%s/relationships".formatted(id);
    }

    private static String body(String type, String other) {
        return "{\"type\": \"%s\", \"metric_id\": \"%s\"}".formatted(type, other);
    }
}
