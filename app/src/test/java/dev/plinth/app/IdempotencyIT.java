package dev.plinth.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.app.access.Role;
import dev.plinth.app.support.Bodies;
import dev.plinth.app.support.Client;
import dev.plinth.app.support.Reply;
import dev.plinth.app.support.RunningApp;
import dev.plinth.app.support.Servers;
import java.io.IOException;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(Servers.Extension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class IdempotencyIT {
    private static final String PATH = "/api/v1/metrics";
    private static final int RACERS = 20;

    private final Map<String, String> environment;
    private final RunningApp app;

    IdempotencyIT(Servers servers) throws SQLException {
        environment = servers.environment();
        app = new RunningApp(environment);
    }

    @BeforeAll
    void prepare() throws Exception {
        app.domain("finance");
    }

    @AfterAll
    void stop() {
        app.close();
    }

    @Test
    void aRepeatedRequestIsAnsweredAsTheFirstTimeAndHasNoSecondEffect() throws Exception {
        String key = key();
        Reply first = create(app.api(), key, "finance.repeated");

        Reply second = create(app.api(), key, "finance.repeated");

        assertThat(first.status()).as(first.toString()).isEqualTo(201);
        assertThat(first.header("Idempotency-Replayed")).isEmpty();
        assertThat(second.status()).isEqualTo(201);
        assertThat(second.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(second.header("Location")).isEqualTo(first.header("Location"));
        assertThat(second.header("ETag")).isEqualTo(first.header("ETag"));
        assertThat(second.header("Content-Type")).isEqualTo("application/json");
    }

    @Test
    void ofManyAtOnceOneHasTheEffect() throws Exception {
        String key = key();
        Callable<Reply> create = () -> create(app.api(), key, "finance.raced");
        List<Reply> replies = new ArrayList<>();
        try (var racers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Reply> reply : racers.invokeAll(Collections.nCopies(RACERS, create))) {
                replies.add(reply.get());
            }
        }

        assertThat(replies).allSatisfy(IdempotencyIT::assertMadeOrInProgress);
        assertThat(replies)
                .filteredOn(reply -> reply.status() == 201
                        && reply.header("Idempotency-Replayed").isEmpty())
                .hasSize(1);
        assertThat(rows("select count(*) from metric where metric_id = 'finance.raced'"))
                .isEqualTo(1);
        assertThat(create(app.api(), key, "finance.raced").header("Idempotency-Replayed"))
                .isEqualTo("true");
    }

    @Test
    void anotherRequestUnderTheSameKeyIsRefused() throws Exception {
        String key = key();
        create(app.api(), key, "finance.one");

        Reply other = create(app.api(), key, "finance.other");
        Reply elsewhere = post(app.api(), key, "/api/v1/domains", Bodies.metric("finance.one", "finance"));

        assertThat(other.status()).isEqualTo(422);
        assertThat(other.text("/code")).isEqualTo("key_reused");
        assertThat(elsewhere.status()).isEqualTo(422);
        assertThat(app.api().get(PATH + "/finance.other").status()).isEqualTo(404);
    }

    @Test
    void whatWasRefusedMayBeMendedUnderTheSameKey() throws Exception {
        String key = key();
        Reply refused = create(app.api(), key, "no id at all");

        Reply mended = create(app.api(), key, "finance.mended");

        assertThat(refused.status()).isEqualTo(400);
        assertThat(mended.status()).isEqualTo(201);
        assertThat(mended.header("Idempotency-Replayed")).isEmpty();
    }

    @Test
    void nobodyMeetsTheKeysOfOthers() throws Exception {
        String key = key();
        create(app.api(), key, "finance.mine");

        Reply others = create(app.as(Role.REVIEWER), key, "finance.theirs");

        assertThat(others.status()).as(others.toString()).isEqualTo(201);
        assertThat(others.header("Idempotency-Replayed")).isEmpty();
    }

    @Test
    void aTrialDoesNotUseUpItsKey() throws Exception {
        String key = key();
        Reply trial = post(app.api(), key, PATH + "?validate_only=true", Bodies.metric("finance.tried", "finance"));

        Reply real = create(app.api(), key, "finance.tried");

        assertThat(trial.status()).as(trial.toString()).isEqualTo(201);
        assertThat(real.status()).isEqualTo(201);
        assertThat(real.header("Idempotency-Replayed")).isEmpty();
    }

    @Test
    void aKeyThatIsTooLongIsRefused() throws Exception {
        Reply longest = create(app.api(), "k".repeat(255), "finance.longest");
        Reply longer = create(app.api(), "k".repeat(256), "finance.longer");

        assertThat(longest.status()).isEqualTo(201);
        assertThat(longer.status()).isEqualTo(400);
        assertThat(longer.text("/errors/0/header")).isEqualTo("Idempotency-Key");
        assertThat(longer.text("/errors/0/detail")).isEqualTo("must have 1 to 255 characters, but has 256");
    }

    @Test
    void whatIsKeptTellsNothingToWhoReadsTheDatabase() throws Exception {
        create(app.api(), "a-key-to-be-looked-for", "finance.sealed");

        assertThat(rows("""
                select count(*) from idempotency_key
                where idempotency_key::text like '%a-key-to-be-looked-for%'
                   or encode(answer, 'escape') like '%finance.sealed%'
                """)).isZero();
    }

    @Test
    void aKeyIsForgottenAfterADay() throws Exception {
        String key = key();
        create(app.api(), key, "finance.yesterday");
        execute("update idempotency_key set expires_at = now() - interval '1 second'");

        Reply today = create(app.api(), key, "finance.today");

        assertThat(today.status()).as(today.toString()).isEqualTo(201);
        assertThat(today.header("Idempotency-Replayed")).isEmpty();
    }

    private static void assertMadeOrInProgress(Reply reply) {
        if (reply.status() == 409) {
            assertThat(reply.text("/code")).isEqualTo("in_progress");
            assertThat(reply.header("Retry-After")).isEqualTo("1");
        } else {
            assertThat(reply.status()).as(reply.toString()).isEqualTo(201);
        }
    }

    private static Reply create(Client client, String key, String id) throws IOException, InterruptedException {
        return post(client, key, PATH, Bodies.metric(id, "finance"));
    }

    private static Reply post(Client client, String key, String path, String json)
            throws IOException, InterruptedException {
        return client.send("POST", path, json, "Content-Type", "application/json", "Idempotency-Key", key);
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }

    private long rows(String query) throws SQLException {
        try (var connection = DriverManager.getConnection(
                        environment.getOrDefault("MDL_DATABASE_URL", ""),
                        environment.get("MDL_DATABASE_USER"),
                        environment.get("MDL_DATABASE_PASSWORD"));
                var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private void execute(String statement) throws SQLException {
        try (var connection = DriverManager.getConnection(
                        environment.getOrDefault("MDL_DATABASE_URL", ""),
                        environment.get("MDL_DATABASE_USER"),
                        environment.get("MDL_DATABASE_PASSWORD"));
                var executing = connection.createStatement()) {
            executing.execute(statement);
        }
    }
}
