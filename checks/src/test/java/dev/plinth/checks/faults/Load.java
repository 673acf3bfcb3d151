package dev.plinth.checks.faults;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.plinth.checks.faults.load.Figures;
import dev.plinth.checks.faults.load.LoadMain;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** The process that sends requests while something happens. It ends with this object. */
final class Load implements AutoCloseable {
    /** So few that two processors have time for it while JVMs start beside it. */
    static final int REQUESTS_PER_SECOND = 25;

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration START = Duration.ofSeconds(5);

    private final Process process;

    private Load(Process process) {
        this.process = process;
    }

    /** Whom it asks, whose certificate it trusts, and the keys that it shows in turn. */
    record Aim(String apiUrl, Path caFile, List<String> keys) {
        Aim {
            keys = List.copyOf(keys);
        }
    }

    /** Starts a load and returns when it has run for some seconds. */
    static Load on(Aim aim, String run) throws IOException, InterruptedException {
        var journals = Files.createDirectories(Path.of("target/faults"));
        var builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin/java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                // Once: a client that asks again by itself would hide failures.
                "-Djdk.httpclient.redirects.retrylimit=1",
                "-cp",
                System.getProperty("java.class.path"),
                LoadMain.class.getName(),
                aim.apiUrl(),
                aim.caFile().toString(),
                String.valueOf(REQUESTS_PER_SECOND),
                journals.resolve(run + ".journal").toString(),
                run);
        builder.environment().put("LOAD_KEYS", String.join(",", aim.keys()));
        var load = new Load(builder.redirectError(Redirect.INHERIT).start());
        Thread.sleep(START);
        return load;
    }

    /** Ends the load, and tells what it has found when it has looked for every write. */
    Figures end() throws IOException {
        process.getOutputStream().close();
        return JSON.readValue(
                new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8), Figures.class);
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
