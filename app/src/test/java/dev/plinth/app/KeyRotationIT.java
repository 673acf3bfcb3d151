package dev.plinth.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.standardwebhooks.Webhook;
import dev.plinth.app.access.Role;
import dev.plinth.app.support.Accounts;
import dev.plinth.app.support.Bodies;
import dev.plinth.app.support.Client;
import dev.plinth.app.support.Eventually;
import dev.plinth.app.support.Receiver;
import dev.plinth.app.support.Receiver.Received;
import dev.plinth.app.support.Reply;
import dev.plinth.app.support.RunningApp;
import dev.plinth.app.support.Servers;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** How a master key gives way to a newer one, and how signing keys are published. */
@ExtendWith(Servers.Extension.class)
final class KeyRotationIT {
    private static final String WEBHOOKS = "/api/v1/webhooks";
    private static final String NEWER = "a-newer-master-key-of-the-tests-only";

    private final Map<String, String> environment;

    KeyRotationIT(Servers servers) throws SQLException {
        environment = servers.environment();
    }

    @Test
    void underANewerKeyEverythingIsSealedAnewAndTheOlderCanGo() throws Exception {
        String token;
        try (var app = new RunningApp(environment)) {
            Accounts.add(app.api(), Accounts.email(Role.EDITOR), Role.EDITOR);
            token = app.accounts().signIn(Accounts.email(Role.EDITOR)).text("/access_token");
        }
        Map<String, String> both = with(NEWER + "," + environment.get("MDL_KEYS"));
        try (var app = new RunningApp(both)) {
            assertThat(app.accounts().signIn(Accounts.email(Role.EDITOR)).status())
                    .isEqualTo(200);
            Eventually.becomes(1, Duration.ofSeconds(10), this::keysInUse);
            assertThat(Accounts.add(app.api(), Accounts.email(Role.EDITOR), Role.EDITOR)
                            .status())
                    .isEqualTo(409);
        }
        try (var app = new RunningApp(with(NEWER));
                Client user = app.with(token)) {
            Reply me = user.get("/api/v1/auth/me");
            assertThat(me.text("/user/email")).isEqualTo(Accounts.email(Role.EDITOR));
            assertThat(app.accounts().signIn(Accounts.email(Role.EDITOR)).status())
                    .isEqualTo(200);
        }
    }

    @Test
    void underANewerKeyWebhooksSignWithTheSecretsTheyHad() throws Exception {
        environment.put("MDL_WEBHOOK_TARGETS", "any");
        try (var receiver = new Receiver()) {
            List<String> secrets = new ArrayList<>();
            try (var app = new RunningApp(environment)) {
                Reply created = app.api()
                        .post(
                                WEBHOOKS,
                                "{\"url\": \"%s\", \"event_types\": [\"domain.created\"]}"
                                        .formatted(receiver.url("/here")));
                secrets.add(created.text("/secret"));
                secrets.add(app.api()
                        .send("POST", WEBHOOKS + "/" + created.text("/id") + ":rotate-secret", "")
                        .text("/secret"));
            }
            try (var app = new RunningApp(with(NEWER + "," + environment.get("MDL_KEYS")))) {
                Eventually.becomes(1, Duration.ofSeconds(10), this::keysInUse);
                assertThat(app.api().get(WEBHOOKS).json().at("/items")).hasSize(1);
            }
            try (var app = new RunningApp(with(NEWER))) {
                app.api().post("/api/v1/domains", Bodies.domain("rotated"));
                Eventually.becomes(
                        false,
                        Duration.ofSeconds(10),
                        () -> receiver.received("/here").isEmpty());
                Received message = receiver.received("/here").getFirst();
                for (String secret : secrets) {
                    new Webhook(secret).verify(message.body(), message.lowerCaseHeaders());
                }
            }
        }
    }

    @Test
    void signingKeysArePublishedWithoutTheirPrivateHalves() throws Exception {
        try (var app = new RunningApp(environment)) {
            Reply keys = app.anonymous().get("/.well-known/jwks.json");

            assertThat(keys.status()).isEqualTo(200);
            assertThat(keys.header("Cache-Control")).isEqualTo("public, max-age=3600");
            assertThat(keys.json().at("/keys")).hasSize(1);
            assertThat(keys.text("/keys/0/alg")).isEqualTo("ES256");
            assertThat(keys.json().at("/keys/0").has("d")).isFalse();
        }
    }

    /** By how many master keys the rows of all tables are sealed. */
    private int keysInUse() throws SQLException {
        try (var connection = DriverManager.getConnection(
                        environment.getOrDefault("MDL_DATABASE_URL", ""),
                        environment.getOrDefault("MDL_DATABASE_USER", ""),
                        environment.getOrDefault("MDL_DATABASE_PASSWORD", ""));
                var statement = connection.createStatement();
                var rows = statement.executeQuery("""
                        select count(distinct key_id)
                          from (select key_id from app_user
                                union all select key_id from session
                                union all select key_id from signing_key
                                union all select key_id from webhook
                                union all select old_key_id from webhook) sealed
                        """)) {
            rows.next();
            return rows.getInt(1);
        }
    }

    private Map<String, String> with(String keys) {
        Map<String, String> changed = new HashMap<>(environment);
        changed.put("MDL_KEYS", keys);
        return changed;
    }
}
