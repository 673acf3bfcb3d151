package dev.plinth.app.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.app.support.Client;
import dev.plinth.app.support.Eventually;
import dev.plinth.app.support.Visit;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LocalRunIT {
    private static final Pattern ADDRESS = Pattern.compile("runs at (http://127\\.0\\.0\\.1:\\d+)");

    private static final Pattern EMAIL = Pattern.compile("Sign in as +(\\S+)");
    private static final Pattern PASSWORD = Pattern.compile("Password +(\\S+)");
    private static final Pattern TOKEN = Pattern.compile("TOKEN=(\\S+)");

    @TempDir
    private Path folder;

    private final Path output = Path.of("target", "local-run.out");

    @Test
    void showsAnExampleCatalogueAndLeavesNothingAfterCtrlC() throws Exception {
        Process run = start();
        try (var client = new Client(port(), token())) {
            assertThat(client.get("/api/v1/metrics?limit=200&status=published").texts("/items", "metric_id"))
                    .hasSize(200)
                    .contains("finance.net-revenue");
            assertThat(client.get("/api/v1/metrics/finance.net-revenue").header("X-Cache"))
                    .isEqualTo("MISS");
            assertThat(client.get("/api/v1/metrics/finance.net-revenue").header("X-Cache"))
                    .isEqualTo("HIT");
        }

        new ProcessBuilder("kill", "-INT", Long.toString(run.pid())).start().waitFor();

        assertThat(run.waitFor(20, TimeUnit.SECONDS)).isTrue();
        assertThat(leftovers()).isEmpty();
    }

    @Test
    void whatItPrintsWorksAsPrinted() throws Exception {
        Process run = start();
        try (var nobody = new Client(port())) {
            String told = Files.readString(output);
            String commands = told.substring(told.indexOf("  TOKEN="), told.indexOf("Ctrl-C stops everything"));

            assertThat(outputOf("sh", "-ec", commands))
                    .contains("finance.recurring-revenue-annual")
                    .contains("HTTP/1.1 200 OK")
                    .contains("\"metric_id\":\"finance.invoices-sent\"")
                    .contains("\"published_version\":\"1.0.0\"")
                    .doesNotContain("problems/");
            assertThat(new Visit(nobody)
                            .signIn(printed(EMAIL), printed(PASSWORD))
                            .get("/catalogue")
                            .body())
                    .contains("Finance");
            assertThat(nobody.get("/api-docs").status()).isEqualTo(200);
        }
        run.destroyForcibly().onExit().join();
    }

    @Test
    void leavesNothingWhenItIsKilled() throws Exception {
        Process run = start();
        port();
        assertThat(leftovers()).isNotEmpty();

        run.destroyForcibly().onExit().join();

        Eventually.becomes(List.of(), Duration.ofSeconds(20), this::leftovers);
    }

    @AfterEach
    void removeOutput() throws IOException {
        Files.deleteIfExists(output);
    }

    /** As `./plinth app` starts it, but with temporary files where the test sees them. */
    private Process start() throws IOException {
        String path = String.join(File.pathSeparator, "target/app.jar", "target/libs/*", "target/local-libs/*");
        var builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Djava.io.tmpdir=" + folder,
                "-cp",
                path,
                LocalRun.class.getName());
        builder.environment()
                .put(
                        "PLINTH_CACHE_HOME",
                        Path.of("target", "cache").toAbsolutePath().toString());
        return builder.redirectErrorStream(true).redirectOutput(output.toFile()).start();
    }

    private static String outputOf(String... command) throws Exception {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        return output;
    }

    private int port() throws Exception {
        return URI.create(printed(ADDRESS)).getPort();
    }

    private String token() throws Exception {
        return printed(TOKEN);
    }

    /** What stands in the welcome where the pattern has its group. */
    private String printed(Pattern pattern) throws Exception {
        Eventually.becomes(
                true, Duration.ofSeconds(60), () -> Files.readString(output).contains("Ctrl-C stops everything"));
        Matcher matcher = pattern.matcher(Files.readString(output));
        assertThat(matcher.find()).isTrue();
        return matcher.group(1);
    }

    /**
     * The folder of the servers, and the processes that know it. Not looked at is a script of half a kilobyte by
     * which the library finds out the distribution: when the run is killed it stays, like any temporary file of a
     * killed process.
     */
    private List<String> leftovers() throws IOException {
        try (var files = Files.list(folder);
                var processes = ProcessHandle.allProcesses()) {
            Stream<String> folders = files.map(Path::toString).filter(file -> file.contains("/plinth-app-"));
            Stream<String> commands = processes
                    .map(ProcessHandle::info)
                    .map(info -> info.commandLine().orElse(""))
                    .filter(command -> command.contains(folder + "/plinth-app-"));
            return Stream.concat(folders, commands).toList();
        }
    }
}
