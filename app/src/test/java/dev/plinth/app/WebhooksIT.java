package dev.plinth.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import dev.plinth.app.access.Role;
import dev.plinth.app.support.Bodies;
import dev.plinth.app.support.Eventually;
import dev.plinth.app.support.Receiver;
import dev.plinth.app.support.Receiver.Received;
import dev.plinth.app.support.Reply;
import dev.plinth.app.support.RunningApp;
import dev.plinth.app.support.Servers;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Webhooks from the request that sets them up to the message that arrives. */
@ExtendWith(Servers.Extension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class WebhooksIT {
    private static final String WEBHOOKS = "/api/v1/webhooks";
    private static final String NOWHERE = WEBHOOKS + "/00000000-0000-0000-0000-000000000000";
    private static final Duration SOON = Duration.ofSeconds(10);

    private final RunningApp app;
    private final Receiver receiver;

    WebhooksIT(Servers servers) throws SQLException, IOException {
        Map<String, String> environment = servers.environment();
        environment.put("MDL_WEBHOOK_TARGETS", "any");
        app = new RunningApp(environment);
        receiver = new Receiver();
    }

    @AfterAll
    void stop() {
        app.close();
        receiver.close();
    }

    @Test
    void anEventArrivesAndTheReferenceLibraryVerifiesIt() throws Exception {
        Reply created = create("/verified", "\"domain.created\"");
        app.api().post("/api/v1/domains", Bodies.domain("verified"));

        Received message = first("/verified");

        assertThatCode(() -> new Webhook(created.text("/secret")).verify(message.body(), message.lowerCaseHeaders()))
                .doesNotThrowAnyException();
        assertThat(message.header("traceparent")).matches("00-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}");
        assertThatThrownBy(() ->
                        new Webhook(created.text("/secret")).verify(message.body() + " ", message.lowerCaseHeaders()))
                .isInstanceOf(WebhookVerificationException.class);
        assertThat(message.body())
                .contains("\"type\":\"domain.created\"", "\"subject\":\"verified\"", message.header("webhook-id"));
    }

    @Test
    void theMessageIsTheSameAsInTheFeed() throws Exception {
        create("/feed", "\"domain.updated\"");
        app.api().post("/api/v1/domains", Bodies.domain("fed"));
        app.api()
                .send(
                        "PATCH",
                        "/api/v1/domains/fed",
                        "{\"name\": \"Another\"}",
                        "Content-Type",
                        "application/json",
                        "If-Match",
                        "*");

        String body = first("/feed").body();

        assertThat(app.api()
                        .get("/api/v1/events?type=domain.updated")
                        .json()
                        .at("/items")
                        .toString())
                .contains(body);
    }

    @Test
    void aTestArrivesAndItsDeliveryTellsSo() throws Exception {
        Reply created = create("/test", "");
        String path = path(created);

        Reply accepted = app.api().send("POST", path + ":test", "");
        assertThat(accepted.status()).as(accepted.toString()).isEqualTo(202);
        Eventually.becomes(
                "delivered",
                SOON,
                () -> app.api().get(accepted.header("Location")).text("/state"));

        Received message = first("/test");
        new Webhook(created.text("/secret")).verify(message.body(), message.lowerCaseHeaders());
        assertThat(message.body()).contains("\"type\":\"webhook.test\"");
        Reply delivery = app.api().get(accepted.header("Location"));
        assertThat(delivery.text("/attempts")).isEqualTo("1");
        assertThat(delivery.text("/last_attempt/status")).isEqualTo("204");
        assertThat(delivery.json().has("next_attempt_at")).isFalse();
    }

    @Test
    void aDeliveryIsSentAgainUnderTheSameId() throws Exception {
        String path = path(create("/again", ""));
        String delivery = app.api().send("POST", path + ":test", "").header("Location");
        first("/again");

        assertThat(app.api().send("POST", delivery + ":redeliver", "").status()).isEqualTo(202);

        Eventually.becomes(2, SOON, () -> receiver.received("/again").size());
        assertThat(receiver.received("/again").stream()
                        .map(message -> message.header("webhook-id"))
                        .distinct())
                .hasSize(1);
    }

    @Test
    void whatHappenedInATimeIsReplayed() throws Exception {
        app.api().post("/api/v1/domains", Bodies.domain("replayed"));
        Eventually.becomes(
                true,
                SOON,
                () -> app.api().get("/api/v1/events?limit=200").body().contains("\"replayed\""));
        String path = path(create("/replay", "\"domain.created\""));

        Reply accepted = app.api()
                .post(path + ":replay", "{\"since\": \"2020-01-01T00:00:00Z\", \"until\": \"2999-01-01T00:00:00Z\"}");

        assertThat(accepted.status()).as(accepted.toString()).isEqualTo(202);
        int count = accepted.json().at("/deliveries").asInt();
        assertThat(count).isPositive();
        Eventually.becomes(count, SOON, () -> receiver.received("/replay").size());
        assertThat(receiver.received("/replay"))
                .anyMatch(message -> message.body().contains("\"replayed\""));
        assertThat(app.api().get(accepted.header("Location")).texts("/items", "state"))
                .hasSize(count);
    }

    @Test
    void theSecretIsToldOnlyWhenItIsMade() throws Exception {
        Reply created = create("/secret", "");
        String path = path(created);

        assertThat(created.text("/secret")).matches("whsec_[A-Za-z0-9+/]{43}=");
        assertThat(app.api().get(path).json().has("secret")).isFalse();
        Reply rotated = app.api().send("POST", path + ":rotate-secret", "");
        assertThat(rotated.text("/secret")).startsWith("whsec_").isNotEqualTo(created.text("/secret"));

        app.api().send("POST", path + ":test", "");
        Received message = first("/secret");
        for (Reply told : List.of(created, rotated)) {
            new Webhook(told.text("/secret")).verify(message.body(), message.lowerCaseHeaders());
        }
    }

    @Test
    void isChangedAndTakenAwayByWhoHasSeenIt() throws Exception {
        String path = path(create("/changed", ""));

        assertThat(change("PATCH", path, "{\"description\": \"For tests\"}", "\"r9\"")
                        .status())
                .isEqualTo(412);
        Reply changed = change(
                "PATCH", path, "{\"description\": \"For tests\", \"event_types\": [\"domain.created\"]}", "\"r1\"");
        assertThat(changed.status()).as(changed.toString()).isEqualTo(200);
        assertThat(changed.text("/description")).isEqualTo("For tests");
        assertThat(changed.text("/event_types/0")).isEqualTo("domain.created");
        assertThat(changed.header("ETag")).startsWith("\"r2");
        assertThat(app.api().get(WEBHOOKS).texts("/items", "description")).contains("For tests");

        assertThat(app.api().send("DELETE", path, "").status()).isEqualTo(428);
        assertThat(change("DELETE", path, "", "\"r2\"").status()).isEqualTo(204);
        assertThat(app.api().get(path).status()).isEqualTo(404);
    }

    @Test
    void aReceiverThatIsGoneDisablesItsWebhookUntilItIsEnabled() throws Exception {
        receiver.answer(message -> Receiver.Answer.of(message.path().equals("/gone") ? 410 : 204));
        String path = path(create("/gone", "\"objective.deleted\""));
        app.api().send("POST", path + ":test", "");

        Eventually.becomes("disabled", SOON, () -> app.api().get(path).text("/state"));
        assertThat(app.api().get(path).text("/reason")).contains("410");
        assertThat(app.api().send("POST", path + ":test", "").status()).isEqualTo(409);
        Eventually.becomes(
                1,
                SOON,
                () -> app.api()
                        .get("/api/v1/audit-events?action=webhook.disabled&subject=" + id(path))
                        .json()
                        .at("/items")
                        .size());
        assertThat(app.api().get(path + "/deliveries?state=failed").texts("/items", "type"))
                .containsExactly("webhook.test");

        assertThat(app.api().send("POST", path + ":enable", "").text("/state")).isEqualTo("active");
    }

    @Test
    void aTrialMakesNothing() throws Exception {
        Reply trial =
                app.api().post(WEBHOOKS + "?validate_only=true", "{\"url\": \"%s\"}".formatted(receiver.url("/trial")));

        assertThat(trial.status()).isEqualTo(201);
        assertThat(app.api().get(path(trial)).status()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"url\": \"ftp://example.com\"}",
                "{\"url\": \"https://example.com\", \"event_types\": [\"session.opened\"]}",
                "{\"url\": \"https://example.com\", \"evnt_types\": []}",
                "{\"url\": \"https://example.com\", \"secret\": \"whsec_x\"}"
            })
    void faultsAreRefused(String body) throws Exception {
        assertThat(app.api().post(WEBHOOKS, body).status()).isEqualTo(400);
    }

    @Test
    void whatIsNotThereIsNotFound() throws Exception {
        for (String path : List.of(
                NOWHERE, WEBHOOKS + "/none", NOWHERE + "/deliveries", path(create("/x", "")) + "/deliveries/none")) {
            assertThat(app.api().get(path).status()).as(path).isEqualTo(404);
        }
        for (String action : List.of(":test", ":enable", ":rotate-secret")) {
            assertThat(app.api().send("POST", NOWHERE + action, "").status())
                    .as(action)
                    .isEqualTo(404);
        }
    }

    @Test
    void onlyAdministratorsHaveWebhooks() throws Exception {
        for (Role role : List.of(Role.VIEWER, Role.EDITOR, Role.REVIEWER)) {
            assertThat(app.as(role).get(WEBHOOKS).status()).as(role.toString()).isEqualTo(403);
        }
    }

    @Test
    void withoutPermissionForItAnAddressMustHaveTls(Servers servers) throws Exception {
        try (var guarded = new RunningApp(servers.environment())) {
            Reply refused = guarded.api().post(WEBHOOKS, "{\"url\": \"%s\"}".formatted(receiver.url("/guarded")));

            assertThat(refused.status()).isEqualTo(400);
            assertThat(refused.text("/errors/0/pointer")).isEqualTo("/url");
        }
    }

    private Reply create(String path, String types) throws IOException, InterruptedException {
        Reply created = app.api()
                .post(
                        WEBHOOKS,
                        "{\"url\": \"%s\", \"event_types\": [%s]}"
                                .formatted(receiver.url(path), types.isEmpty() ? "\"objective.deleted\"" : types));
        assertThat(created.status()).as(created.toString()).isEqualTo(201);
        return created;
    }

    private Reply change(String method, String path, String body, String seen)
            throws IOException, InterruptedException {
        return app.api().send(method, path, body, "Content-Type", "application/json", "If-Match", seen);
    }

    private Received first(String path) throws Exception {
        Eventually.becomes(false, SOON, () -> receiver.received(path).isEmpty());
        return receiver.received(path).getFirst();
    }

    private static String path(Reply created) {
        return WEBHOOKS + "/" + created.text("/id");
    }

    private static UUID id(String path) {
        return UUID.fromString(path.substring(path.lastIndexOf('/') + 1));
    }
}
