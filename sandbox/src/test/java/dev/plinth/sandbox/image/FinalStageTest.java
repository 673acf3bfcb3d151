package dev.plinth.sandbox.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class FinalStageTest {
    private static final String ENTRYPOINT = "\nENTRYPOINT [\"java\"]\n";

    @TempDir
    private Path folder;

    @Test
    void onlyTheFinalStageCounts() {
        Recipe recipe = read("""
                ARG BASE=eclipse-temurin:25
                FROM maven AS build
                RUN mvn package
                ENV STAGE=build
                FROM $BASE
                WORKDIR /opt
                WORKDIR mdl
                # A comment between the lines of one instruction is none of it.
                LABEL a="b" \\
                # like this
                      c="d"
                ENV MODE=fast \\
                    NAME="two words"
                ENV LONGER=${MODE}er PRICE='$5'
                ENV old style
                EXPOSE 8080 8081/tcp
                USER 10001
                STOPSIGNAL SIGTERM
                HEALTHCHECK CMD ["java", "Health"]
                COPY --from=build /x /y
                COPY --chown=1:1 target/libs libs
                copy a.txt b.txt /etc
                COPY app.jar .
                ENTRYPOINT ["java", "-jar", "app.jar"]
                CMD ["--verbose"]
                """);

        ImageConfiguration configuration = recipe.configuration();
        assertThat(configuration.workingDirectory()).isEqualTo("/opt/mdl");
        assertThat(configuration.environment())
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of("MODE", "fast", "NAME", "two words", "LONGER", "faster", "PRICE", "$5", "old", "style"));
        assertThat(configuration.ports()).containsExactly(8080, 8081);
        assertThat(configuration.entrypoint()).containsExactly("java", "-jar", "app.jar");
        assertThat(configuration.arguments()).containsExactly("--verbose");
        assertThat(recipe.copies())
                .extracting(Copy::sources, Copy::destination, Copy::intoFolder)
                .containsExactly(
                        tuple(List.of("target/libs"), "opt/mdl/libs", false),
                        tuple(List.of("a.txt", "b.txt"), "etc", true),
                        tuple(List.of("app.jar"), "opt/mdl", true));
    }

    @Test
    void anArgumentBeforeTheFinalEntrypointIsForgotten() {
        Recipe recipe = read("FROM x\nCMD [\"for another\"]\nENTRYPOINT [\"java\"]\n");

        assertThat(recipe.configuration().arguments()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "RUN apt-get update              | RUN needs a container to run in",
                "ADD https://x /y                | ADD unpacks and downloads, which the sandbox does not do: use COPY",
                "ENTRYPOINT java -jar app.jar    | ENTRYPOINT in its shell form needs the image's own shell",
                "CMD java                        | CMD in its shell form",
                "ENTRYPOINT ['java']             | ENTRYPOINT is not a JSON array of texts",
                "COPY --chmod=755 a b            | COPY has the flag --chmod=755",
                "COPY a                          | expected COPY SOURCE... DESTINATION",
                "ENV PATH=/x:$PATH               | ENV uses $PATH, which the sandbox does not know: give it a value",
                "ENV A=${B:-c}                   | ENV has a $ that is not $NAME or ${NAME}",
                "ENV A=\"b                       | ENV has a \" without its end",
                "EXPOSE 53/udp                   | EXPOSE '53/udp': expected a TCP port's number",
                "WORKDIR /a b                    | WORKDIR '/a b': expected one path",
                "ONBUILD COPY a b                | ONBUILD is not an instruction that the sandbox follows"
            })
    void whatItCannotFollowItRefusesWithPlaceAndCure(String line, String problem) {
        assertThatThrownBy(() -> read("FROM x\n\n" + line + ENTRYPOINT))
                .isInstanceOf(ImageException.class)
                .hasMessageStartingWith(folder.resolve("Dockerfile") + ":3: ")
                .hasMessageContaining(problem);
    }

    @Test
    void aStageThatContinuesAnotherIsRefused() {
        assertThatThrownBy(() -> read("FROM x AS base\nFROM base" + ENTRYPOINT))
                .hasMessageContaining(":2: FROM base continues an earlier stage");
    }

    @Test
    void anImageWithoutAProgramIsRefused() {
        assertThatThrownBy(() -> read("FROM x\nWORKDIR /a\n")).hasMessageContaining("has no ENTRYPOINT");
        assertThatThrownBy(() -> read("WORKDIR /a\n")).hasMessageContaining("has no FROM");
    }

    @Test
    void aMissingDockerfileIsNamed() {
        assertThatThrownBy(() -> Dockerfile.read(folder.resolve("Nofile")))
                .hasMessageContaining("there is no Dockerfile at " + folder.resolve("Nofile"));
    }

    private Recipe read(String text) {
        Path file = folder.resolve("Dockerfile");
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return FinalStage.read(Dockerfile.read(file));
    }
}
