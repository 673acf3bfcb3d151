package dev.plinth.ops;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The script {@code plinth} in a checkout whose Maven and Java are shells: the engine is given what is written. */
final class FreshProgramIT {
    private static final Path SCRIPT = Path.of("../plinth");

    @TempDir
    private Path folder;

    @BeforeEach
    void checkOut() throws IOException {
        for (var module : new String[] {".mvn", "app", "sandbox", "ops", "policies/security", "policies/backup"}) {
            Files.createDirectories(folder.resolve("home").resolve(module));
        }
        for (var file : new String[] {"pom.xml", "tools/pulumi/go.mod", "tools/language-java/go.mod"}) {
            write("home/" + file, "");
        }
        say("one");
        Files.copy(SCRIPT, folder.resolve("home/plinth"), StandardCopyOption.COPY_ATTRIBUTES);
        // A build: the program is what its source says; `late` is saved while it lasts.
        program("bin/mvn", """
                mkdir -p ops/target infra/target/libs && touch ops/target/ops.jar
                cp infra/src/main/Program infra/target/infra-program.jar
                mkdir -p policies/security/target/classes
                cp infra/src/main/Program policies/security/target/classes/Pack.class
                if [ -e late ]; then mv late infra/src/main/Program; fi""");
        program("bin/pulumi", "echo v3.259.0");
        program("bin/pulumi-language-java", "");
        program("jdk/bin/javac", "");
        program("jdk/bin/java", "cat target/program/program.jar");
        write("jdk/release", "JAVA_VERSION=\"21.0.8\"\n");
    }

    @Test
    void aSourceThatChangesIsBuilt() throws Exception {
        assertThat(programOfARun()).isEqualTo("one");

        say("two");

        assertThat(programOfARun()).isEqualTo("two");
    }

    @Test
    void whatMavenLeavesOfSourcesThatAreGoneIsNotRun() throws Exception {
        programOfARun();
        write("home/infra/target/infra-program.jar", "of a source that was taken back");

        assertThat(programOfARun()).isEqualTo("one");
    }

    @Test
    void aPackThatMavenBuiltOfSourcesThatAreGoneIsBuiltAnew() throws Exception {
        programOfARun();
        var pack = write("home/policies/security/target/classes/Pack.class", "of a source that was taken back");

        programOfARun();

        assertThat(pack).hasContent("one");
    }

    @Test
    void aSourceThatIsSavedDuringTheBuildIsBuiltToo() throws Exception {
        write("home/late", "three");

        assertThat(programOfARun()).isEqualTo("three");
    }

    @Test
    void aProgramThatWasRemovedIsBuiltAnew() throws Exception {
        programOfARun();
        Files.delete(folder.resolve("home/target/program/program.jar"));

        assertThat(programOfARun()).isEqualTo("one");
    }

    private String programOfARun() throws IOException, InterruptedException {
        var builder = new ProcessBuilder("bash", "./plinth", "preview")
                .directory(folder.resolve("home").toFile())
                .redirectError(folder.resolve("errors").toFile());
        builder.environment().put("JAVA_HOME", folder.resolve("jdk").toString());
        builder.environment().put("PATH", folder.resolve("bin") + ":" + System.getenv("PATH"));
        var run = builder.start();
        var output = new String(run.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(run.waitFor()).as(Files.readString(folder.resolve("errors"))).isZero();
        return output;
    }

    private void say(String text) throws IOException {
        write("home/infra/src/main/Program", text);
    }

    private void program(String name, String body) throws IOException {
        var file = write(name, "#!/bin/sh\n" + body + "\n");
        assertThat(file.toFile().setExecutable(true)).isTrue();
    }

    private Path write(String name, String content) throws IOException {
        var file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, content);
    }
}
