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
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LocalRunIT {
    private static final String PREPARING = "Preparing the example catalogue, once";
    private static final String READY = "Ctrl-C stops everything";
    private static final Pattern ADDRESS = Pattern.compile("runs at (http://127\\.0\\.0\\.1:\\d+)");
    private static final Pattern EMAIL = Pattern.compile("Sign in as +(\\S+)");
    private static final Pattern PASSWORD = Pattern.compile("Password +(\\S+)");
    private static final Pattern TOKEN = Pattern.compile("TOKEN=(\\S+)");
    /** Of all tests, as preparing the examples takes long. */
    private static final Path CACHE = Path.of("target", "cache").toAbsolutePath();

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
            String commands = told.substring(told.indexOf("  TOKEN="), told.indexOf(READY));

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
    void ofTwoFirstStartsAtOnceOnlyOnePreparesAndBothGetReady() throws Exception {
        Path cache = folder.resolve("cache");
        Path otherOutput = folder.resolve("other.out");
        Process one = start(cache, output);
        Process other = start(cache, otherOutput);
        String told = awaitReady(output) + awaitReady(otherOutput);

        assertThat(told).containsOnlyOnce(PREPARING).contains("266 example metrics");
        one.destroyForcibly().onExit().join();
        other.destroyForcibly().onExit().join();
        Eventually.becomes(List.of(), Duration.ofSeconds(20), this::leftovers);
    }

    @Test
    void whatIsKeptAndDoesNotStartIsPreparedAnewByTheNextRun() throws Exception {
        rehearse(CACHE);
        Path cache = folder.resolve("cache");
        outputOf("cp", "-a", CACHE.toString(), cache.toString());
        breakKeptData(cache);

        assertThat(start(cache, output, "rehearse").waitFor()).isNotZero();
        assertThat(Files.readString(output))
                .contains("the examples are prepared anew")
                .doesNotContain(PREPARING);
        assertThat(start(cache, output, "rehearse").waitFor()).isZero();
        assertThat(Files.readString(output)).contains(PREPARING);
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

    private static void breakKeptData(Path cache) throws IOException {
        try (var files = Files.walk(cache.resolve("first-data"))) {
            Files.delete(files.filter(file -> file.endsWith("pg_control"))
                    .findFirst()
                    .orElseThrow());
        }
    }

    private void rehearse(Path cache) throws Exception {
        assertThat(start(cache, output, "rehearse").waitFor())
                .as(Files.readString(output))
                .isZero();
    }

    private Process start() throws IOException {
        return start(CACHE, output);
    }

    /** As `./plinth app` starts it, but with temporary files where the test sees them. */
    private Process start(Path cache, Path told, String... arguments) throws IOException {
        String path = String.join(File.pathSeparator, "target/app.jar", "target/libs/*", "target/local-libs/*");
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Djava.io.tmpdir=" + folder,
                "-cp",
                path,
                LocalRun.class.getName()));
        command.addAll(List.of(arguments));
        var builder = new ProcessBuilder(command);
        builder.environment().put("PLINTH_CACHE_HOME", cache.toString());
        return builder.redirectErrorStream(true).redirectOutput(told.toFile()).start();
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
        Matcher matcher = pattern.matcher(awaitReady(output));
        assertThat(matcher.find()).isTrue();
        return matcher.group(1);
    }

    private static String awaitReady(Path told) throws Exception {
        Eventually.becomes(
                true, Duration.ofMinutes(2), () -> Files.readString(told).contains(READY));
        return Files.readString(told);
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
