package dev.plinth.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.app.support.Client;
import dev.plinth.app.support.Eventually;
import dev.plinth.app.support.Reply;
import dev.plinth.app.support.RunningApp;
import dev.plinth.app.support.Servers;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(Servers.Extension.class)
final class RateLimitsIT {
    private static final String READ = "/api/v1/domains";
    private static final String OPEN = "/api/v1/version";

    @Test
    void everyAnswerSaysWhatIsLeftAndTooManyRequestsAreRefused(Servers servers) throws Exception {
        Map<String, String> environment = servers.environment();
        environment.put("MDL_RATE_ANONYMOUS", "6");
        environment.put("MDL_RATE_READ", "3");
        try (var app = new RunningApp(environment)) {
            // The bootstrap and the login of the administrator were the first two of this address.
            Reply first = app.anonymous().get(OPEN);
            Reply refused = app.anonymous().get(READ);
            Reply guessed = app.anonymous().send("GET", READ, "", "Authorization", "Bearer guess");

            assertThat(first.status()).isEqualTo(200);
            assertThat(first.header("RateLimit-Policy")).isEqualTo("\"anonymous\";q=6;w=60");
            assertThat(first.header("RateLimit")).matches("\"anonymous\";r=3;t=[0-9]+");
            assertThat(refused.status()).isEqualTo(401);
            assertThat(refused.header("RateLimit")).matches("\"anonymous\";r=2;t=[0-9]+");
            assertThat(guessed.status()).isEqualTo(401);
            assertThat(guessed.header("RateLimit")).matches("\"anonymous\";r=1;t=[0-9]+");

            assertThat(app.api().get(READ).header("RateLimit")).startsWith("\"read\";r=2;");
            assertThat(app.api().get(READ + "?unknown=1").header("RateLimit")).startsWith("\"read\";r=1;");
            app.api().get(READ);
            assertTooMany(app.api().get(READ));
            assertThat(app.api()
                            .send("DELETE", READ + "/none", "", "If-Match", "*")
                            .header("RateLimit-Policy"))
                    .startsWith("\"write\";q=");
        }
    }

    @Test
    void answersOfNoOperationSayWhatIsLeftAndCountToo(Servers servers) throws Exception {
        Map<String, String> environment = servers.environment();
        environment.put("MDL_RATE_READ", "5");
        environment.put("MDL_RATE_ANONYMOUS", "9");
        try (var app = new RunningApp(environment)) {
            assertCounted(app.api().get("/nowhere"), 404, "read", 4);
            assertCounted(app.api().send("DELETE", OPEN, ""), 405, "read", 3);
            assertCounted(app.api().send("GET", READ, "", "Accept", "text/csv"), 406, "read", 2);
            assertCounted(app.api().get("/api/domains"), 308, "read", 1);
            assertCounted(app.api().send("OPTIONS", READ, ""), 204, "read", 0);
            assertTooMany(app.api().get("/nowhere"));
            assertTooMany(app.api().send("DELETE", OPEN, ""));
            assertTooMany(app.api().get("/api/domains"));

            // The bootstrap and the login of the administrator were the first two of this address.
            assertCounted(app.anonymous().get("/nowhere"), 404, "anonymous", 6);
            assertCounted(
                    app.anonymous().send("GET", "/nowhere", "", "Authorization", "Bearer guess"), 404, "anonymous", 5);
        }
    }

    @Test
    void instancesCountTogether(Servers servers) throws Exception {
        Map<String, String> environment = servers.environment();
        environment.put("MDL_RATE_ANONYMOUS", "20");
        try (var one = new RunningApp(environment);
                var two = new RunningApp(environment)) {
            // Until the client of Redis is connected, each counts for itself.
            Eventually.becomes("up", Duration.ofSeconds(10), redis(one));
            Eventually.becomes("up", Duration.ofSeconds(10), redis(two));
            for (int call = 0; call < 10; call++) {
                from("203.0.113.9", one);
            }
            Thread.sleep(1_000);
            from("203.0.113.9", two);
            Thread.sleep(1_000);

            Reply reply = from("203.0.113.9", two);

            assertThat(left(reply)).isBetween(7, 10);
        }
    }

    @Test
    void anotherQuotaIsNotHeldToWhatWasUsedOfTheFormerOne(Servers servers) throws Exception {
        Map<String, String> before = servers.environment();
        before.put("MDL_RATE_ANONYMOUS", "5");
        Map<String, String> after = servers.environment();
        after.put("MDL_RATE_ANONYMOUS", "50");
        try (var old = new RunningApp(before);
                var released = new RunningApp(after)) {
            Eventually.becomes("up", Duration.ofSeconds(10), redis(old));
            Eventually.becomes("up", Duration.ofSeconds(10), redis(released));
            for (int call = 0; call < 5; call++) {
                from("203.0.113.10", old);
            }
            Thread.sleep(1_000);
            from("203.0.113.10", released);
            Thread.sleep(1_000);

            Reply reply = from("203.0.113.10", released);

            assertThat(left(reply)).isBetween(47, 49);
        }
    }

    @Test
    void limitsHoldWithoutRedis(Servers servers) throws Exception {
        Map<String, String> environment = servers.environment();
        environment.put("MDL_RATE_ANONYMOUS", "5");
        try (var nobody = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            environment.put("MDL_REDIS_URL", "redis://127.0.0.1:" + nobody.getLocalPort());
        }
        try (var app = new RunningApp(environment)) {
            for (int call = 0; call < 5; call++) {
                assertThat(from("203.0.113.9", app).status()).isEqualTo(200);
            }

            assertTooMany(from("203.0.113.9", app));
        }
    }

    private static Callable<String> redis(RunningApp app) {
        return () -> app.admin().get("/health/ready").text("/checks/redis");
    }

    private static Reply from(String address, RunningApp app) throws Exception {
        Client client = app.anonymous();
        return client.send("GET", OPEN, "", "X-Forwarded-For", address);
    }

    private static int left(Reply reply) {
        return Integer.parseInt(reply.header("RateLimit").replaceAll(".*r=([0-9]+).*", "$1"));
    }

    private static void assertCounted(Reply reply, int status, String policy, int left) {
        assertThat(reply.status()).as(reply.toString()).isEqualTo(status);
        assertThat(reply.header("RateLimit-Policy")).matches("\"%s\";q=[0-9]+;w=60".formatted(policy));
        assertThat(reply.header("RateLimit")).matches("\"%s\";r=%d;t=[0-9]+".formatted(policy, left));
    }

    private static void assertTooMany(Reply reply) {
        assertThat(reply.status()).as(reply.toString()).isEqualTo(429);
        assertThat(reply.text("/code")).isEqualTo("too_many_requests");
        assertThat(reply.text("/retryable")).isEqualTo("true");
        assertThat(reply.header("RateLimit")).contains(";r=0;");
        assertThat(Integer.parseInt(reply.header("Retry-After"))).isBetween(1, 60);
    }
}
