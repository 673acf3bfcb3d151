package dev.plinth.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.app.support.Accounts;
import dev.plinth.app.support.AppProcess;
import dev.plinth.app.support.Bodies;
import dev.plinth.app.support.Client;
import dev.plinth.app.support.Eventually;
import dev.plinth.app.support.Receiver;
import dev.plinth.app.support.Servers;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(Servers.Extension.class)
final class DeliveryAfterCrashIT {
    private static final int WRITERS = 4;
    private static final int ACKNOWLEDGED_MIN = 40;
    private static final Pattern SUBJECT = Pattern.compile("\"subject\":\"([^\"]+)\"");

    @TempDir
    private Path folder;

    /** The app is killed while it is being written to: all that it had confirmed is told after it starts again. */
    @Test
    void whatWasAcknowledgedRightBeforeACrashIsDeliveredAfterIt(Servers servers) throws Exception {
        Map<String, String> environment = servers.environment();
        int port = freePort();
        environment.put("MDL_HTTP_PORT", Integer.toString(port));
        environment.put("MDL_ADMIN_PORT", Integer.toString(freePort()));
        environment.put("MDL_WEBHOOK_TARGETS", "any");
        List<String> acknowledged = Collections.synchronizedList(new ArrayList<>());
        try (var receiver = new Receiver()) {
            // Nothing gets through before the crash.
            receiver.answer(message -> Receiver.Answer.of(500));
            try (var process = new AppProcess(folder, environment)) {
                String token = signIn(port, environment);
                try (var client = new Client(port, token)) {
                    client.post("/api/v1/webhooks", """
                            {"url": "%s", "event_types": ["domain.created"]}
                            """.formatted(receiver.url("/hook")));
                }
                List<Thread> writers = new ArrayList<>();
                for (int writer = 0; writer < WRITERS; writer++) {
                    String name = "w" + writer;
                    writers.add(Thread.startVirtualThread(() -> write(port, token, name, acknowledged)));
                }
                Eventually.becomes(true, Duration.ofSeconds(30), () -> acknowledged.size() >= ACKNOWLEDGED_MIN);
                process.kill();
                for (Thread writer : writers) {
                    writer.join();
                }
            }
            receiver.answer(message -> Receiver.Answer.of(204));
            int before = receiver.received().size();
            try (var process = new AppProcess(folder, environment)) {
                Eventually.becomes(
                        true,
                        Duration.ofSeconds(90),
                        () -> subjects(receiver, before).containsAll(acknowledged));
                try (var client = new Client(port, signIn(port, environment))) {
                    assertThat(client.send("POST", "/api/v1/audit-events:verify", "")
                                    .text("/intact"))
                            .isEqualTo("true");
                }
                assertThat(process.errors()).isEmpty();
            }
        }
    }

    private static void write(int port, String token, String name, List<String> acknowledged) {
        try (var client = new Client(port, token)) {
            for (int index = 0; ; index++) {
                String domain = name + "-" + index;
                int status =
                        client.post("/api/v1/domains", Bodies.domain(domain)).status();
                if (status == 201) {
                    acknowledged.add(domain);
                }
            }
        } catch (IOException killed) {
            // The app is gone.
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    private static String signIn(int port, Map<String, String> environment) throws Exception {
        try (var anonymous = new Client(port)) {
            Eventually.becomes(true, Duration.ofSeconds(30), () -> answers(anonymous));
            return new Accounts(anonymous).administrator(environment);
        }
    }

    private static boolean answers(Client client) throws InterruptedException {
        try {
            return client.get("/api/v1/version").status() == 200;
        } catch (IOException refused) {
            return false;
        }
    }

    private static Set<String> subjects(Receiver receiver, int after) {
        Set<String> subjects = new HashSet<>();
        receiver.received().stream().skip(after).forEach(message -> {
            Matcher subject = SUBJECT.matcher(message.body());
            if (subject.find()) {
                subjects.add(subject.group(1));
            }
        });
        return subjects;
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
