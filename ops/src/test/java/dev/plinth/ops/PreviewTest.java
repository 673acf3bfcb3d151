package dev.plinth.ops;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.plinth.ops.engine.Cli;
import dev.plinth.ops.engine.Events;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PreviewTest {
    private static final String DATABASE = "aws:rds/instance:Instance";

    @TempDir
    private Path folder;

    @Test
    void aPlanNamesWhatWouldHappenAndWhichInputsChanged() {
        var desk = new Desk(folder);
        desk.cli.telling(
                "preview",
                Events.planned("create", "aws:ec2/vpc:Vpc", "network"),
                Events.planned("update", DATABASE, "primary"),
                Events.planned("same", DATABASE, "replica"),
                Events.summary("\"create\":1,\"update\":1,\"same\":1"));

        assertThat(desk.run("preview")).isZero();
        assertThat(desk.out()).isEqualTo("""
                  + create              aws:ec2:Vpc                             network
                  ~ update              aws:rds:Instance                        primary  (engineVersion)
                policies
                  plinth-backup 0.1.0: passed
                  plinth-security 0.1.0: passed
                plan of local in the sandbox: 1 to create, 1 unchanged, 1 to update (0.0s)
                """);
    }

    @Test
    void aStackThatIsNotUpIsNotThereAfterwardsEither() {
        var desk = new Desk(folder);
        desk.cli.telling("preview", Events.summary(""));

        desk.run("preview", "production", "--sandbox");

        assertThat(desk.sandbox.asked()).containsExactly("ensure in infra", "shutdown STOP");
        assertThat(desk.stack("production").exists()).isFalse();
    }

    @Test
    void aStackThatIsNotUpIsNotThereEvenWhenThePreviewFailed() {
        var desk = new Desk(folder);
        desk.cli.answering("preview", new Cli.Result(255, "", "error: no"));

        assertThat(desk.run("preview", "production", "--sandbox")).isEqualTo(ExitCode.FAILED.number());
        assertThat(desk.stack("production").exists()).isFalse();
    }

    @Test
    void aStackThatIsUpStaysUp() {
        var desk = new Desk(folder);
        desk.cli.telling("up", Events.summary("")).telling("preview", Events.summary(""));

        desk.run("up");
        desk.run("preview");

        assertThat(desk.sandbox.asked()).containsExactly("ensure in infra", "ensure in infra");
        assertThat(desk.stack("local").exists()).isTrue();
    }

    @Test
    void jsonNamesRuleResourceAndMessageOfEachFinding() throws IOException {
        var desk = new Desk(folder);
        var urn = Events.urn(DATABASE, "primary");
        desk.cli.telling(
                "preview",
                Events.policy("warning", "plinth-backup", "rds-copy", urn, "has no copy: add one"),
                Events.diagnostic("warning", urn, "soon out of support"),
                Events.summary("\"same\":4"));

        assertThat(desk.run("preview", "--json")).isZero();
        var data = new ObjectMapper().readTree(desk.out());
        assertThat(data.at("/changes/same").asInt()).isEqualTo(4);
        assertThat(data.at("/policies/0").toString())
                .isEqualTo(
                        "{\"pack\":\"plinth-backup\",\"rule\":\"rds-copy\",\"level\":\"advisory\",\"resource\":\"primary\",\"urn\":\"%s\",\"message\":\"has no copy: add one\"}"
                                .formatted(urn));
        assertThat(data.at("/diagnostics/0").toString())
                .isEqualTo("{\"severity\":\"warning\",\"resource\":\"primary\",\"message\":\"soon out of support\"}");
    }

    @Test
    void anUnknownStackIsNamedTogetherWithTheKnownOnes() {
        var desk = new Desk(folder);

        assertThat(desk.run("preview", "prod")).isEqualTo(ExitCode.USAGE.number());
        assertThat(desk.err()).isEqualTo("""
                plinth: there is no stack "prod"
                  expected one of: local, production, staging
                  a new stack starts with a file Pulumi.prod.yaml beside Pulumi.yaml
                """);
    }
}
