package dev.plinth.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plinth.app.access.Role;
import dev.plinth.app.support.Accounts;
import dev.plinth.app.support.Reply;
import dev.plinth.app.support.RunningApp;
import dev.plinth.app.support.Servers;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(Servers.Extension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class DomainsIT {
    private static final String DOMAINS = "/api/v1/domains";

    private final RunningApp app;

    DomainsIT(Servers servers) throws SQLException {
        app = new RunningApp(servers.environment());
    }

    @AfterAll
    void stop() {
        app.close();
    }

    @Test
    void keepsADomainAsItWasWritten() throws Exception {
        create("company", "");
        Reply created = create("company.finance", "company");

        assertThat(created.status()).as(created.toString()).isEqualTo(201);
        assertThat(created.header("Location")).isEqualTo("/api/v1/domains/company.finance");
        assertThat(created.header("ETag")).isEqualTo("\"r1\"");
        assertThat(created.text("/parent")).isEqualTo("company");
        assertThat(app.api().get(created.header("Location")).body()).isEqualTo(created.body());
    }

    @Test
    void listsTheDomainsBelowOne() throws Exception {
        create("world", "");
        create("world.europe", "world");
        create("world.asia", "world");

        assertThat(app.api().get(DOMAINS + "?parent=world").texts("/items", "domain_id"))
                .containsExactly("world.asia", "world.europe");
    }

    @Test
    void refusesASecondDomainOfTheSameId() throws Exception {
        create("twice", "");

        Reply again = create("twice", "");

        assertThat(again.status()).isEqualTo(409);
        assertThat(again.text("/code")).isEqualTo("already_exists");
    }

    @Test
    void suggestsTheParentThatWasMeant() throws Exception {
        create("operations", "");

        Reply refused = create("operations.it", "operatoins");

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.text("/errors/0/pointer")).isEqualTo("/parent");
        assertThat(refused.text("/errors/0/detail")).endsWith("Did you mean 'operations'?");
    }

    @Test
    void growsToEightLevelsAndNoDeeper() throws Exception {
        create("level1", "");
        for (int level = 2; level <= 8; level++) {
            Reply created = create("level" + level, "level" + (level - 1));
            assertThat(created.status()).as(created.toString()).isEqualTo(201);
        }

        Reply refused = create("level9", "level8");

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.text("/errors/0/detail")).isEqualTo("must be at level 7 at most, but is at level 8");
    }

    @Test
    void movesADomainWithAllThatIsBelowIt() throws Exception {
        create("old", "");
        create("new", "");
        create("team", "old");
        create("squad", "team");

        Reply moved = patch("team", "{\"parent\": \"new\"}");

        assertThat(moved.status()).as(moved.toString()).isEqualTo(200);
        assertThat(moved.header("ETag")).isEqualTo("\"r2\"");
        assertThat(tree("squad").json().at("/path").toString()).isEqualTo("[\"new\",\"team\",\"squad\"]");
        assertThat(tree("old").json().at("/tree/children")).isEmpty();
        assertThat(tree("new").text("/tree/children/0/children/0/domain_id")).isEqualTo("squad");
        assertThat(tree("new").text("/truncated")).isEqualTo("false");
    }

    @Test
    void movesADomainToTheTop() throws Exception {
        create("above", "");
        create("rising", "above");

        Reply moved = patch("rising", "{\"parent\": null}");

        assertThat(moved.json().has("parent")).isFalse();
        assertThat(tree("rising").json().at("/path").toString()).isEqualTo("[\"rising\"]");
    }

    @Test
    void refusesAMoveBelowItself() throws Exception {
        create("circle", "");
        create("circle.inner", "circle");

        for (String parent : new String[] {"circle", "circle.inner"}) {
            Reply refused = patch("circle", "{\"parent\": \"%s\"}".formatted(parent));
            assertThat(refused.status()).isEqualTo(409);
            assertThat(refused.text("/code")).isEqualTo("would_form_cycle");
        }
    }

    @Test
    void refusesAMoveThatWouldMakeTheTreeTooDeep() throws Exception {
        create("deep1", "");
        for (int level = 2; level <= 7; level++) {
            create("deep" + level, "deep" + (level - 1));
        }
        create("tall", "");
        create("taller", "tall");

        assertThat(patch("tall", "{\"parent\": \"deep7\"}").text("/errors/0/detail"))
                .isEqualTo("must be at level 6 at most, but is at level 7");
        assertThat(patch("tall", "{\"parent\": \"deep6\"}").status()).isEqualTo(200);
    }

    @Test
    void changesOnlyWhatIsNamed() throws Exception {
        create("named", "");

        Reply changed = patch("named", "{\"name\": \"Renamed\"}");

        assertThat(changed.text("/name")).isEqualTo("Renamed");
        assertThat(changed.text("/description")).isEqualTo("B.");
        assertThat(app.api().get(DOMAINS + "/named").body()).isEqualTo(changed.body());
    }

    @Test
    void neverChangesAnId() throws Exception {
        create("fixed", "");

        Reply refused = patch("fixed", "{\"domain_id\": \"other\"}");

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.text("/errors/0/pointer")).isEqualTo("/domain_id");
    }

    @Test
    void refusesAPatchThatNamesWhatIsNotKnown() throws Exception {
        create("strict", "");

        assertThat(patch("strict", "{\"nmae\": null}").text("/errors/0/detail")).endsWith("Did you mean 'name'?");
        assertThat(patch("strict", "{\"name\": null}").text("/errors/0/code")).isEqualTo("missing");
    }

    @Test
    void aChangeNeedsTheRevisionThatWasRead() throws Exception {
        create("guarded", "");
        patch("guarded", "{\"name\": \"Second\"}");

        assertThat(app.api()
                        .send("PATCH", DOMAINS + "/guarded", "{}", "Content-Type", "application/json")
                        .status())
                .isEqualTo(428);
        assertThat(app.api()
                        .send("DELETE", DOMAINS + "/guarded", "", "If-Match", "\"r1\"")
                        .status())
                .isEqualTo(412);
    }

    @Test
    void deletesADomainThatIsEmpty() throws Exception {
        create("empty", "");

        assertThat(delete("empty").status()).isEqualTo(204);
        assertThat(app.api().get(DOMAINS + "/empty").status()).isEqualTo(404);
        assertThat(tree("empty").status()).isEqualTo(404);
        assertThat(delete("empty").status()).isEqualTo(404);
    }

    @Test
    void keepsADomainThatSomethingBelongsTo() throws Exception {
        create("parent", "");
        create("parent.child", "parent");
        app.create("parent.metric", "parent");

        Reply refused = delete("parent");

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.text("/detail"))
                .isEqualTo("The domain 'parent' still has metrics (1), objectives (0) or domains right below it (1)."
                        + " Move or delete them first.");
    }

    @Test
    void makesUsersMembersAndEndsThat() throws Exception {
        create("joined", "");
        String user = user("joined@example.com");
        String member = DOMAINS + "/joined/members/" + user;

        assertThat(app.api().send("PUT", member, "").status()).isEqualTo(204);
        assertThat(app.api().send("PUT", member, "").status()).isEqualTo(204);
        assertThat(app.api().get(DOMAINS + "/joined/members").texts("/items", "user_uid"))
                .containsExactly(user);
        assertThat(app.api().send("DELETE", member, "").status()).isEqualTo(204);
        assertThat(app.api().send("DELETE", member, "").status()).isEqualTo(404);
        assertThat(app.api().get(DOMAINS + "/joined/members").texts("/items", "user_uid"))
                .isEmpty();
    }

    @Test
    void onlyUsersBecomeMembersAndOnlyOfDomains() throws Exception {
        create("members", "");
        String user = user("members@example.com");

        assertThat(app.api()
                        .send("PUT", DOMAINS + "/members/members/" + UUID.randomUUID(), "")
                        .status())
                .isEqualTo(404);
        assertThat(app.api().send("PUT", DOMAINS + "/members/members/me", "").status())
                .isEqualTo(404);
        assertThat(app.api()
                        .send("PUT", DOMAINS + "/no-domain/members/" + user, "")
                        .status())
                .isEqualTo(404);
        assertThat(app.api().get(DOMAINS + "/no-domain/members").status()).isEqualTo(404);
    }

    @Test
    void membersAreForReviewersAndAdministrators() throws Exception {
        create("guarded-members", "");

        assertThat(app.as(Role.EDITOR).get(DOMAINS + "/guarded-members/members").status())
                .isEqualTo(403);
        assertThat(app.as(Role.REVIEWER)
                        .get(DOMAINS + "/guarded-members/members")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void randomMovesAtOnceNeverMakeACircle() throws Exception {
        List<String> ids =
                IntStream.range(0, 10).mapToObj(index -> "wood" + index).toList();
        for (String id : ids) {
            create(id, "");
        }
        var random = new Random(815);
        List<Callable<Reply>> moves = new ArrayList<>();
        for (int index = 0; index < 120; index++) {
            String id = ids.get(random.nextInt(ids.size()));
            String parent = ids.get(random.nextInt(ids.size()));
            moves.add(() -> patch(id, "{\"parent\": \"%s\"}".formatted(parent)));
        }

        List<Integer> statuses = new ArrayList<>();
        try (var movers = Executors.newFixedThreadPool(8)) {
            for (Future<Reply> moved : movers.invokeAll(moves)) {
                statuses.add(moved.get().status());
            }
        }

        assertThat(statuses).contains(200, 409).isSubsetOf(200, 400, 409);
        for (String id : ids) {
            JsonNode path = tree(id).json().at("/path");
            assertThat(path).as(id).hasSizeBetween(1, 8).doesNotHaveDuplicates();
            assertThat(path.get(path.size() - 1).asText()).isEqualTo(id);
        }
    }

    private String user(String email) throws IOException, InterruptedException {
        return Accounts.add(app.api(), email, Role.EDITOR).text("/uid");
    }

    private Reply patch(String id, String body) throws IOException, InterruptedException {
        return app.api()
                .send(
                        "PATCH",
                        DOMAINS + "/" + id,
                        body,
                        "Content-Type",
                        "application/merge-patch+json",
                        "If-Match",
                        "*");
    }

    private Reply delete(String id) throws IOException, InterruptedException {
        return app.api().send("DELETE", DOMAINS + "/" + id, "", "If-Match", "*");
    }

    private Reply tree(String id) throws IOException, InterruptedException {
        return app.api().get(DOMAINS + "/" + id + "/tree");
    }

    private Reply create(String id, String parent) throws IOException, InterruptedException {
        String below = parent.isEmpty() ? "" : ", \"parent\": \"%s\"".formatted(parent);
        return app.api()
                .post(
                        DOMAINS,
                        "{\"domain_id\": \"%s\", \"name\": \"A\", \"description\": \"B.\"%s}".formatted(id, below));
    }
}
