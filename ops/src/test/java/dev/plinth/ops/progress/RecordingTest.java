package dev.plinth.ops.progress;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.ops.console.Screen;
import dev.plinth.ops.engine.EventReader;
import dev.plinth.ops.engine.Events;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class RecordingTest {
    private static final String URN = Events.urn("aws:rds/instance:Instance", "primary");

    private final Recording recording = new Recording();

    @Test
    void anExceptionOfTheProgramIsToldWithoutItsTrace() {
        tell(Events.diagnostic(
                "error",
                "",
                "NOTE: Picked up JDK_JAVA_OPTIONS: -XX:+UseSerialGC\\n"
                        + "Running program [PID: 28016](/jdk/bin/java -jar x) failed with an unhandled exception:\\n"
                        + "java.util.concurrent.CompletionException: java.lang.IllegalStateException: plinth:region is missing\\n"
                        + "\\tat dev.plinth.infra.Program.main(Program.java:13)\\n\\t... 3 more\\n"));
        tell(Events.diagnostic(
                "error", "", "an unhandled error occurred: 'mvn compile' exited with non-zero exit code: 32"));

        assertThat(recording.remarks(false)).extracting(Remark::text).containsExactly("plinth:region is missing");
    }

    @Test
    void aProgramThatDoesNotCompileIsToldByItsCompiler() {
        tell(Events.diagnostic(
                "info", "", "[\\u001b[1;31mERROR\\u001b[m] /infra/Network.java:[11,35] incompatible types"));
        tell(Events.diagnostic("info", "", "[ERROR] -> [Help 1]"));
        tell(Events.diagnostic("info", "", "[ERROR] Re-run Maven using the -X switch to enable full debug logging."));
        tell(Events.diagnostic(
                "error", "", "an unhandled error occurred: 'mvn compile' exited with non-zero exit code: 1"));

        assertThat(recording.remarks(false))
                .extracting(Remark::text)
                .containsExactly("[ERROR] /infra/Network.java:[11,35] incompatible types");
    }

    @Test
    void aViolationNeedsNoErrorThatOnlyRepeatsIt() {
        tell(Events.policy("mandatory", "plinth-security", "rds-no-public-access", URN, "is public"));
        tell(Events.diagnostic("error", "", "preview failed"));

        assertThat(recording.remarks(false)).isEmpty();
    }

    @Test
    void anExitCodeWithoutAReasonIsBetterThanNothing() {
        tell(Events.diagnostic("error", "", "'mvn compile' exited with non-zero exit code: 137"));

        assertThat(recording.remarks(false)).hasSize(1);
    }

    @Test
    void theHarmlessLineOfTheLanguageHostIsNeverTold() {
        tell(Events.diagnostic("warning", "", "E1121 main.go:456] unable to start debugging: rpc error"));

        assertThat(recording.remarks(true)).isEmpty();
    }

    @Test
    void whatIsSaidTwiceIsToldOnce() {
        tell(Events.diagnostic("warning", URN, "soon out of support"));
        tell(Events.diagnostic("warning", URN, "soon out of support"));

        assertThat(recording.remarks(true)).hasSize(1);
    }

    @Test
    void readingIsNoChange() {
        tell(Events.summary("\"create\":2,\"read\":1,\"same\":3"));

        assertThat(recording.changes()).isEqualTo(Map.of("create", 2, "same", 3));
    }

    @Test
    void policiesAreGroupedByPackWithWhatStopsTheRunFirst() {
        tell(Events.policy("warning", "plinth-security", "kms-rotation", URN, "does not rotate"));
        tell(Events.policy("mandatory", "plinth-security", "rds-no-public-access", URN, "is public:\\nclose it"));
        tell(Events.policy("mandatory", "plinth-backup", "one-vault", "", "has no vault"));

        var screen = Screen.plain(new PrintWriter(new StringWriter()));
        assertThat(new PolicyReport(screen).lines(recording.packs(), recording.findings(), false))
                .containsExactly(
                        "policies",
                        "  plinth-backup",
                        "    mandatory  one-vault  the stack",
                        "      has no vault",
                        "  plinth-security",
                        "    mandatory  rds-no-public-access  primary (aws:rds:Instance)",
                        "      is public:",
                        "      close it",
                        "    advisory  kms-rotation  primary (aws:rds:Instance)",
                        "      does not rotate");
    }

    @Test
    void aRunThatFailedDoesNotSayThatAPackPassed() {
        tell(Events.summary(""));

        var screen = Screen.plain(new PrintWriter(new StringWriter()));
        assertThat(new PolicyReport(screen).lines(recording.packs(), recording.findings(), false))
                .isEmpty();
    }

    private void tell(String line) {
        new EventReader().read(line).ifPresent(recording);
    }
}
