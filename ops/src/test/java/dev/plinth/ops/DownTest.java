package dev.plinth.ops;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.ops.engine.Cli;
import dev.plinth.ops.engine.Events;
import dev.plinth.ops.engine.FakeCli;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DownTest {
    @TempDir
    private Path folder;

    @Test
    void downDeletesByTheEngineThenStopsEverythingAndForgets() {
        var desk = deskThatIsUp();
        desk.cli.telling(
                "destroy", Events.done("delete", "aws:ec2/vpc:Vpc", "network"), Events.summary("\"delete\":1"));

        assertThat(desk.run("down")).isZero();
        assertThat(desk.out()).endsWith("local is down: 1 deleted (0.0s)\n");
        assertThat(desk.sandbox.asked()).endsWith("shutdown STOP");
        assertThat(desk.stack("local").folder()).isDirectoryNotContaining("glob:**/{backend,project,pulumi,sandbox}");
        assertThat(desk.stack("local").logs()).isNotEmptyDirectory();
    }

    @Test
    void downOfNothingSaysSo() {
        var desk = new Desk(folder);

        assertThat(desk.run("down")).isZero();
        assertThat(desk.out()).isEqualTo("local is not up; there is nothing to take down\n");
        assertThat(desk.sandbox.asked()).isEmpty();
    }

    @Test
    void whatTheEngineCannotDeleteIsRemovedAllTheSame() {
        var desk = deskThatIsUp();
        desk.cli.answering("destroy", new Cli.Result(255, "", "error: the provider is gone"));

        assertThat(desk.run("down")).isEqualTo(ExitCode.FAILED.number());
        assertThat(desk.err()).contains("it was removed all the same", "the provider is gone");
        assertThat(desk.sandbox.asked()).endsWith("shutdown STOP");
        assertThat(desk.stack("local").exists()).isFalse();
    }

    @Test
    void aStateThatNoDaemonCanServeIsRemovedWithItsProcesses() {
        var desk = deskThatIsUp();
        desk.sandbox.lose();

        assertThat(desk.run("down")).isEqualTo(ExitCode.FAILED.number());
        assertThat(desk.err()).contains("were removed all the same", "cannot read my state");
        assertThat(desk.sandbox.asked()).endsWith("abandon");
        assertThat(desk.stack("local").exists()).isFalse();
    }

    @Test
    void protectionAndPendingOperationsDoNotHoldASandboxedStack() {
        var desk = deskThatIsUp();
        desk.cli.answering(
                "stack export",
                FakeCli.ok("{\"version\":3,\"deployment\":{\"resources\":[{\"urn\":\"u\",\"protect\":true}],"
                        + "\"pending_operations\":[{\"type\":\"creating\"}]}}"));

        desk.run("down");

        assertThat(desk.cli.commands()).containsSubsequence("stack export", "stack import", "destroy");
    }

    @Test
    void aRealStackIsNotDeletedUnasked() {
        var desk = new Desk(folder);

        assertThat(desk.run("down", "production")).isEqualTo(ExitCode.USAGE.number());
        assertThat(desk.cli.commands()).isEmpty();
    }

    @Test
    void aRealStackIsDeletedAfterItsPlanAndAYes() {
        var desk = new Desk(folder).answering("yes");
        desk.cli.withStack("production").telling("destroy", Events.summary("\"delete\":3"));

        assertThat(desk.run("down", "production")).isZero();
        assertThat(desk.out()).contains("plan of production: 3 to delete", "production is down: 3 deleted");
    }

    @Test
    void aRealStackWithProtectedResourcesIsLeftAloneAndTheWayOutIsTold() {
        var desk = new Desk(folder);
        desk.cli
                .withStack("production")
                .answering(
                        "stack export",
                        FakeCli.ok(
                                "{\"deployment\":{\"resources\":[{\"urn\":\"%s\",\"protect\":true},{\"urn\":\"%s\"}]}}"
                                        .formatted(
                                                Events.urn("aws:rds/instance:Instance", "primary"),
                                                Events.urn("aws:ec2/vpc:Vpc", "network"))));

        assertThat(desk.run("down", "production", "--yes")).isEqualTo(ExitCode.FAILED.number());
        assertThat(desk.err()).isEqualTo("""
                plinth: production protects 1 of its resources, so it is not taken down; nothing was changed
                  primary (aws:rds:Instance)
                  What they hold cannot be brought back. To give it up all the same:
                  1. in Pulumi.production.yaml set plinth:keepsData: false, with the reason under plinth:accept
                  2. plinth up production, which lifts the protection
                  3. plinth down production
                """);
        assertThat(desk.cli.commands()).doesNotContain("stack import", "destroy");
    }

    private Desk deskThatIsUp() {
        var desk = new Desk(folder);
        desk.cli.telling("up", Events.summary("\"create\":1"));
        desk.run("up");
        return desk;
    }
}
