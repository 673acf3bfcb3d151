package dev.plinth.ops.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.TextNode;
import dev.plinth.ops.process.Interruption;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The engine on PATH with a program of one component: what no fake can prove. */
final class EngineIT {
    private final List<EngineEvent> events = new ArrayList<>();

    @TempDir
    private Path folder;

    @BeforeEach
    void makeProject() throws IOException {
        Files.createDirectories(folder.resolve("backend"));
        Files.createDirectories(folder.resolve("program"));
        Files.writeString(folder.resolve("passphrase"), "correct horse");
        Files.writeString(folder.resolve("Pulumi.yaml"), """
                name: plinth
                main: %s
                runtime:
                  name: java
                  options:
                    binary: %s
                """.formatted(folder.resolve("program"), jar()));
    }

    @Test
    void anUpdateIsToldByItsEventsAndEndsWithOutputsOfEveryShape() throws IOException {
        configure("{}");

        var ending = engine().up();

        assertThat(ending.lastWords()).isEmpty();
        assertThat(ending.outputs().orElseThrow().values())
                .containsEntry("apiUrl", TextNode.valueOf("https://localhost:8443"))
                .containsEntry("release", Outputs.json("{\"live\":\"blue\",\"weights\":{\"blue\":100,\"green\":0}}"))
                .containsEntry("password", Outputs.MASK);
        assertThat(events)
                .anyMatch(event -> event instanceof EngineEvent.Done done
                        && done.resource().type().equals("plinth:test:Thing"))
                .anyMatch(event -> event instanceof EngineEvent.Summary summary
                        && summary.changes().equals(Map.of("create", 2)));
        assertThat(folder.resolve("up.log")).content().contains("2 created");
        assertThat(folder.resolve("events.json")).doesNotExist();
        assertThat(engine().outputs().orElseThrow().text("password")).contains("[secret]");
        stateIsEditedWithoutLoss();
    }

    private void stateIsEditedWithoutLoss() {
        engine().edit(state -> state.withObject("/deployment").putArray("pending_operations"));

        assertThat(engine().destroy().succeeded()).isTrue();
        assertThat(events)
                .anyMatch(event -> event instanceof EngineEvent.Summary summary
                        && summary.changes().equals(Map.of("delete", 2)));
    }

    @Test
    void aPreviewOfAProgramThatFailsEndsWithItsReason() throws IOException {
        configure("{\"plinth:broken\": true}");

        var ending = engine().preview();

        assertThat(ending.succeeded()).isFalse();
        assertThat(events)
                .anyMatch(event -> event instanceof EngineEvent.Diagnostic said
                        && said.message().contains("plinth:broken must not be true"));
    }

    @Test
    void aStackThatNobodyMadeIsNotThere() throws IOException {
        configure("{}");

        assertThat(engine().exists()).isFalse();
        assertThat(engine().outputs()).isEmpty();
        engine().create();
        assertThat(engine().exists()).isTrue();
    }

    private Engine engine() {
        var environment = Map.of(
                "PULUMI_BACKEND_URL",
                "file://" + folder.resolve("backend"),
                "PULUMI_CONFIG_PASSPHRASE_FILE",
                folder.resolve("passphrase").toString(),
                "PULUMI_HOME",
                folder.resolve("pulumi").toString(),
                "PULUMI_SKIP_UPDATE_CHECK",
                "true",
                "PATH",
                System.getProperty("java.home") + "/bin:" + System.getenv("PATH"));
        return new Engine(
                new Target(folder, "local", true, environment, List.of(), List.of()),
                new PulumiCli(new Interruption()),
                new Cli.Operating(events::add, folder.resolve("events.json"), folder.resolve("up.log")));
    }

    private void configure(String config) throws IOException {
        Files.writeString(folder.resolve("Pulumi.local.yaml"), "config: " + config + "\n");
    }

    /** The program as the language host likes it: a jar that knows where its libraries are. */
    private Path jar() throws IOException {
        var jar = folder.resolve("program/program.jar");
        var manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, TinyProgram.class.getName());
        manifest.getMainAttributes().put(Attributes.Name.CLASS_PATH, classPath());
        try (var out = new JarOutputStream(Files.newOutputStream(jar), manifest)) {
            for (var name : List.of("TinyProgram", "TinyProgram$Thing")) {
                var file = "dev/plinth/ops/engine/%s.class".formatted(name);
                out.putNextEntry(new JarEntry(file));
                try (InputStream bytes = EngineIT.class.getClassLoader().getResourceAsStream(file)) {
                    bytes.transferTo(out);
                }
            }
        }
        return jar;
    }

    private static String classPath() {
        return Arrays.stream(System.getProperty("java.class.path").split(":"))
                .filter(entry -> entry.endsWith(".jar"))
                .map(entry -> Path.of(entry).toUri().toString())
                .collect(Collectors.joining(" "));
    }
}
