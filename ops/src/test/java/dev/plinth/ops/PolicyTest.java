package dev.plinth.ops;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.ops.engine.Events;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PolicyTest {
    @TempDir
    private Path folder;

    @Test
    void checkPassesThePlanToThePacksWithTheConfigurationThatTheyHave() throws IOException {
        var desk = new Desk(folder);
        var policies = desk.house().home().resolve("policies");
        var config = Files.createDirectories(policies.resolve("backup/config"));

        assertThat(desk.run("policy", "check", "plan.json")).isZero();
        assertThat(desk.programs.getFirst())
                .containsExactly(
                        policies.resolve("plinth-policy").toString(),
                        "check",
                        "plan.json",
                        "--pack-config",
                        "plinth-backup=" + config);
    }

    @Test
    void checkPassesOnWhatTheUserAsksFor() {
        var desk = new Desk(folder);

        desk.run("policy", "check", "plan.json", "--stack", "production", "--format", "sarif", "--output", "r.sarif");

        assertThat(desk.programs.getFirst())
                .endsWith("--stack", "production", "--format", "sarif", "--output", "r.sarif");
    }

    @Test
    void checkEndsWithTheCodeOfAViolatedPolicy() {
        assertThat(new Desk(folder).programsEndingWith(1).run("policy", "check", "plan.json"))
                .isEqualTo(ExitCode.POLICY_VIOLATION.number());
    }

    @Test
    void anUnusablePlanIsAUsageError() {
        assertThat(new Desk(folder).programsEndingWith(2).run("policy", "check", "plan.json"))
                .isEqualTo(ExitCode.USAGE.number());
    }

    @Test
    void packsThatAreNotBuiltAreMissing() {
        assertThat(new Desk(folder).programsEndingWith(4).run("policy", "list"))
                .isEqualTo(ExitCode.MISSING_PREREQUISITE.number());
    }

    @Test
    void listAndExplainTakeJson() {
        var desk = new Desk(folder);

        desk.run("policy", "list", "--json");
        desk.run("policy", "explain", "rds-backup-retention", "--json");

        assertThat(desk.programs.getFirst()).endsWith("list", "--json");
        assertThat(desk.programs.getLast()).endsWith("explain", "rds-backup-retention", "--json");
    }

    @Test
    void docsChecksThePagesOfTheCheckout() {
        var desk = new Desk(folder).programsEndingWith(1);

        assertThat(desk.run("policy", "docs", "--check")).isEqualTo(ExitCode.FAILED.number());
        assertThat(desk.programs.getFirst())
                .endsWith("docs", desk.house().home().resolve("docs/policies").toString(), "--check");
    }

    @Test
    void noCommandIsAnError() {
        var desk = new Desk(folder);

        assertThat(desk.run("policy")).isEqualTo(ExitCode.USAGE.number());
        assertThat(desk.err()).contains("expected a command: check, list, explain or docs");
    }

    @Test
    void aRunPassesEachPackWithTheConfigurationOfItsStack() throws IOException {
        var desk = new Desk(folder);
        var config = Files.createDirectories(desk.house().home().resolve("policies/backup/config"));
        var file = Files.writeString(config.resolve("production.json"), "{}");
        desk.cli.telling("preview", Events.summary(""));

        desk.run("preview", "production", "--sandbox");

        assertThat(desk.cli.call("preview").arguments())
                .containsSubsequence(
                        "--policy-pack",
                        desk.house()
                                .home()
                                .resolve("policies/security/plinth-security")
                                .toString())
                .containsSubsequence("--policy-pack-config", "/dev/null")
                .containsSubsequence("--policy-pack-config", file.toString());
    }
}
