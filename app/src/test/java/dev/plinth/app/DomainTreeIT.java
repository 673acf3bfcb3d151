package dev.plinth.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plinth.app.support.DomainCalls;
import dev.plinth.app.support.Reply;
import dev.plinth.app.support.RunningApp;
import dev.plinth.app.support.Servers;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** How domains lie below each other, and move. */
@ExtendWith(Servers.Extension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class DomainTreeIT {
    private final RunningApp app;
    private final DomainCalls domains;

    DomainTreeIT(Servers servers) throws SQLException {
        app = new RunningApp(servers.environment());
        domains = new DomainCalls(app);
    }

    @AfterAll
    void stop() {
        app.close();
    }

    @Test
    void growsToEightLevelsAndNoDeeper() throws Exception {
        domains.create("level1", "");
        for (int level = 2; level <= 8; level++) {
            Reply created = domains.create("level" + level, "level" + (level - 1));
            assertThat(created.status()).as(created.toString()).isEqualTo(201);
        }

        Reply refused = domains.create("level9", "level8");

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.text("/errors/0/detail")).isEqualTo("must be at level 7 at most, but is at level 8");
    }

    @Test
    void movesADomainWithAllThatIsBelowIt() throws Exception {
        domains.create("old", "");
        domains.create("new", "");
        domains.create("team", "old");
        domains.create("squad", "team");

        Reply moved = domains.patch("team", "{\"parent\": \"new\"}");

        assertThat(moved.status()).as(moved.toString()).isEqualTo(200);
        assertThat(moved.header("ETag")).isEqualTo("\"r2\"");
        assertThat(domains.tree("squad").json().at("/path").toString()).isEqualTo("[\"new\",\"team\",\"squad\"]");
        assertThat(domains.tree("old").json().at("/tree/children")).isEmpty();
        assertThat(domains.tree("new").text("/tree/children/0/children/0/domain_id"))
                .isEqualTo("squad");
        assertThat(domains.tree("new").text("/truncated")).isEqualTo("false");
    }

    @Test
    void movesADomainToTheTop() throws Exception {
        domains.create("above", "");
        domains.create("rising", "above");

        Reply moved = domains.patch("rising", "{\"parent\": null}");

        assertThat(moved.json().has("parent")).isFalse();
        assertThat(domains.tree("rising").json().at("/path").toString()).isEqualTo("[\"rising\"]");
    }

    @Test
    void refusesAMoveBelowItself() throws Exception {
        domains.create("circle", "");
        domains.create("circle.inner", "circle");

        for (String parent : new String[] {"circle", "circle.inner"}) {
            Reply refused = domains.patch("circle", "{\"parent\": \"%s\"}".formatted(parent));
            assertThat(refused.status()).isEqualTo(409);
            assertThat(refused.text("/code")).isEqualTo("would_form_cycle");
        }
    }

    @Test
    void refusesAMoveThatWouldMakeTheTreeTooDeep() throws Exception {
        domains.create("deep1", "");
        for (int level = 2; level <= 7; level++) {
            domains.create("deep" + level, "deep" + (level - 1));
        }
        domains.create("tall", "");
        domains.create("taller", "tall");

        assertThat(domains.patch("tall", "{\"parent\": \"deep7\"}").text("/errors/0/detail"))
                .isEqualTo("must be at level 6 at most, but is at level 7");
        assertThat(domains.patch("tall", "{\"parent\": \"deep6\"}").status()).isEqualTo(200);
    }

    @Test
    void randomMovesAtOnceNeverMakeACircle() throws Exception {
        List<String> ids =
                IntStream.range(0, 10).mapToObj(index -> "wood" + index).toList();
        for (String id : ids) {
            domains.create(id, "");
        }
        var random = new Random(815);
        List<Callable<Reply>> moves = new ArrayList<>();
        for (int index = 0; index < 120; index++) {
            String id = ids.get(random.nextInt(ids.size()));
            String parent = ids.get(random.nextInt(ids.size()));
            moves.add(() -> domains.patch(id, "{\"parent\": \"%s\"}".formatted(parent)));
        }

        List<Integer> statuses = new ArrayList<>();
        try (var movers = Executors.newFixedThreadPool(8)) {
            for (Future<Reply> moved : movers.invokeAll(moves)) {
                statuses.add(moved.get().status());
            }
        }

        assertThat(statuses).contains(200, 409).isSubsetOf(200, 400, 409);
        for (String id : ids) {
            JsonNode path = domains.tree(id).json().at("/path");
            assertThat(path).as(id).hasSizeBetween(1, 8).doesNotHaveDuplicates();
            assertThat(path.get(path.size() - 1).asText()).isEqualTo(id);
        }
    }
}
