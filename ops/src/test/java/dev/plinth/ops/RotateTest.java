package dev.plinth.ops;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.ops.cloud.Answers;
import dev.plinth.ops.cloud.Cloud;
import dev.plinth.ops.cloud.StubAws;
import dev.plinth.ops.engine.FakeCli;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command {@code plinth rotate}, up to the moment when something would be changed. */
final class RotateTest {
    @TempDir
    private Path folder;

    private final StubAws aws =
            StubAws.answering(400, "{\"__type\": \"ResourceNotFoundException\", \"message\": \"none\"}");

    @AfterEach
    void theEnd() {
        aws.close();
    }

    @Test
    void aSecretHasToBeNamed() {
        var desk = desk();

        assertThat(desk.run("rotate")).isEqualTo(ExitCode.USAGE.number());
        assertThat(desk.err()).contains("expected a secret: database-owner, database-app or cache");
    }

    @Test
    void aServerThatNobodyReachesFromHereIsNotChangedWhateverIsAnswered() {
        aws.when("AWSCURRENT", Answers.secret("{\"username\": \"mdl_app\", \"password\": \"secret\"}"))
                .when("Action=DescribeDBProxyTargets", Answers.proxyTargets("primary"))
                .when("Action=DescribeDBInstances", Answers.server("primary", "available", ""));
        var desk = desk();

        assertThat(desk.run("rotate", "database-app", "staging", "--yes")).isEqualTo(ExitCode.FAILED.number());

        assertThat(aws.requests()).noneMatch(request -> request.contains("PutSecretValue"));
        assertThat(desk.out() + desk.err()).doesNotContain("\"secret\"");
    }

    private Desk desk() {
        var desk = new Desk(folder).inCloud(place -> Cloud.open(aws.place()));
        desk.cli.answering("stack output", FakeCli.ok(Answers.OUTPUTS));
        return desk;
    }
}
