package dev.plinth.ops;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.plinth.ops.engine.Cli;
import dev.plinth.ops.engine.Events;
import dev.plinth.ops.engine.FakeCli;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class UpTest {
    private static final String DATABASE = "aws:rds/instance:Instance";
    private static final String OUTPUTS = "{\"apiUrl\":\"https://localhost:8443\",\"weights\":{\"blue\":100}}";

    @TempDir
    private Path folder;

    @Test
    void upShowsEachResourceAndEndsWithTheOutputs() {
        var desk = deskWithOneDatabase();

        assertThat(desk.run("up")).isZero();
        assertThat(desk.out()).isEqualTo("""
                  + created             aws:rds:Instance                        primary  0.0s
                policies
                  plinth-backup 0.1.0: passed
                  plinth-security 0.1.0: passed
                local is up: 1 created (0.0s)
                outputs
                  apiUrl   https://localhost:8443
                  weights  {"blue":100}
                try it: curl --cacert /ca.pem https://localhost:8443/api/v1/version
                its first administrator is made with: plinth output bootstrapToken
                """);
        assertThat(desk.err()).isEmpty();
    }

    @Test
    void theEngineWorksOnTheStacksOwnFolders() {
        var desk = deskWithOneDatabase();

        desk.run("up");

        var call = desk.cli.call("up");
        var stack = desk.stack("local");
        assertThat(call.folder()).isEqualTo(stack.project());
        assertThat(call.environment())
                .containsEntry("PULUMI_BACKEND_URL", stack.backendUrl())
                .containsEntry(
                        "PULUMI_CONFIG_PASSPHRASE_FILE", stack.passphrase().toString())
                .containsEntry("PULUMI_DEBUG_PROVIDERS", "aws:4711,kubernetes:4711,docker:4711")
                .containsEntry("PULUMI_STACK", "local")
                .hasEntrySatisfying(
                        "JDK_JAVA_OPTIONS",
                        flags -> assertThat(flags)
                                .startsWith("-XX:TieredStopAtLevel=1")
                                .endsWith(" -Dusers=own"));
        assertThat(call.arguments())
                .containsSubsequence(
                        "--policy-pack",
                        desk.house()
                                .home()
                                .resolve("policies/security/plinth-security")
                                .toString())
                .containsSubsequence(
                        "--policy-pack",
                        desk.house()
                                .home()
                                .resolve("policies/backup/plinth-backup")
                                .toString());
        assertThat(desk.sandbox.asked()).containsExactly("ensure in infra");
    }

    @Test
    void aStackThatIsNotThereIsMade() {
        var desk = deskWithOneDatabase();

        desk.run("up");
        desk.run("up");

        assertThat(desk.cli.commands().stream().filter("stack init"::equals)).hasSize(1);
    }

    @Test
    void theCheckoutIsOnlyRead() throws IOException {
        var desk = deskWithOneDatabase();
        var before = files(desk.house().home());

        desk.run("up", "--release", "{\"live\":\"green\"}");

        assertThat(files(desk.house().home())).isEqualTo(before);
        assertThat(desk.stack("local").project().resolve("Pulumi.local.yaml"))
                .content()
                .contains("plinth:release:\n    live: \"green\"");
    }

    @Test
    void theRequestOfOneRunIsForgottenByTheNext() {
        var desk = deskWithOneDatabase();

        desk.run("up", "--release", "{\"live\":\"green\"}");
        desk.run("up");

        assertThat(desk.stack("local").project().resolve("Pulumi.local.yaml"))
                .content()
                .doesNotContain("plinth:release");
    }

    @Test
    void jsonIsAllThatTheOutputHolds() throws IOException {
        var desk = deskWithOneDatabase();

        assertThat(desk.run("up", "--json")).isZero();
        var data = new ObjectMapper().readTree(desk.out());
        assertThat(data.at("/stack").asText()).isEqualTo("local");
        assertThat(data.at("/changes/create").asInt()).isEqualTo(1);
        assertThat(data.at("/policies").isArray()).isTrue();
        assertThat(data.at("/diagnostics").isArray()).isTrue();
        assertThat(data.at("/outputs/weights/blue").asInt()).isEqualTo(100);
        assertThat(desk.err()).contains("created", "local is up");
    }

    @Test
    void aSecretOutputIsNeverShown() {
        var desk = new Desk(folder);
        desk.cli.answering("stack output", FakeCli.ok("{\"password\":\"[secret]\"}"));

        desk.run("up");

        assertThat(desk.out()).contains("password  [secret]");
    }

    @Test
    void aMandatoryViolationStopsWithItsOwnExitCode() {
        var desk = new Desk(folder);
        desk.cli.telling(
                "up",
                Events.policy(
                        "mandatory",
                        "plinth-security",
                        "rds-no-public-access",
                        Events.urn(DATABASE, "primary"),
                        "is open to the internet: set publiclyAccessible to false"),
                Events.summary(""));
        desk.cli.answering("up", new Cli.Result(255, "", "error: update failed"));

        assertThat(desk.run("up")).isEqualTo(ExitCode.POLICY_VIOLATION.number());
        assertThat(desk.err()).startsWith("""
                policies
                  plinth-security 0.1.0
                    mandatory  rds-no-public-access  primary (aws:rds:Instance)
                      is open to the internet: set publiclyAccessible to false
                plinth: up of local failed: a mandatory policy is violated
                """);
    }

    @Test
    void aFailureTellsWhatFailedWhyAndWhereTheLogIs() {
        var desk = new Desk(folder);
        var urn = Events.urn(DATABASE, "primary");
        desk.cli.telling(
                "up",
                Events.started("create", DATABASE, "primary"),
                Events.failed("create", DATABASE, "primary"),
                Events.diagnostic("error", urn, "initdb ended with code 1"),
                Events.summary(""));
        desk.cli.answering("up", new Cli.Result(255, "", "error: update failed"));

        assertThat(desk.run("up")).isEqualTo(ExitCode.FAILED.number());
        assertThat(desk.out()).isEqualTo("  ✗ creating failed  aws:rds:Instance primary\n");
        assertThat(desk.err()).isEqualTo("""
                error: primary: initdb ended with code 1
                plinth: up of local failed
                  creating primary (aws:rds:Instance) failed
                  everything it said: %s/2026-11-21T12-00-00-up.log
                """.formatted(desk.stack("local").logs()));
    }

    @Test
    void aRefusalOfTheCliIsToldInItsOwnWords() {
        var desk = new Desk(folder);
        desk.cli.answering("up", new Cli.Result(255, "", "error: the passphrase is incorrect"));

        assertThat(desk.run("up")).isEqualTo(ExitCode.FAILED.number());
        assertThat(desk.err()).contains("plinth: up of local failed\n  the passphrase is incorrect\n");
    }

    @Test
    void aRealStackIsNotChangedUnasked() {
        var desk = new Desk(folder);

        assertThat(desk.run("up", "production")).isEqualTo(ExitCode.USAGE.number());
        assertThat(desk.err()).contains("--yes", "--sandbox");
        assertThat(desk.cli.commands()).isEmpty();
    }

    @Test
    void aRealStackShowsItsPlanAndTakesNoForAnAnswer() {
        var desk = new Desk(folder).answering("y");
        desk.cli.withStack("production").telling("preview", Events.planned("create", DATABASE, "primary"), summary());

        assertThat(desk.run("up", "production")).isEqualTo(ExitCode.FAILED.number());
        assertThat(desk.out()).contains("+ create ", "plan of production: 1 to create");
        assertThat(desk.err()).contains("not confirmed; nothing was changed");
        assertThat(desk.cli.commands()).doesNotContain("up");
    }

    @Test
    void aRealStackRunsFromTheCheckoutWithTheUsersOwnLogin() {
        var desk = new Desk(folder);
        desk.cli.withStack("production").telling("up", summary());

        assertThat(desk.run("up", "production", "--yes")).isZero();
        var call = desk.cli.call("up");
        assertThat(call.folder()).isEqualTo(desk.house().home());
        assertThat(call.environment()).doesNotContainKeys("PULUMI_BACKEND_URL", "PULUMI_DEBUG_PROVIDERS");
        assertThat(desk.sandbox.asked()).isEmpty();
    }

    @Test
    void aRequestForARealStackComesFromAFileOfItsOwn() {
        var desk = new Desk(folder);
        desk.cli.withStack("staging").telling("up", summary());

        desk.run("up", "staging", "--yes", "--release", "{\"live\":\"green\"}");

        var file = desk.stack("staging").project().resolve("Pulumi.staging.yaml");
        assertThat(desk.cli.call("up").arguments()).containsSubsequence("--config-file", file.toString());
        assertThat(file).content().contains("plinth:release");
    }

    @Test
    void anotherStackRunsInTheSandboxWhenToldSo() {
        var desk = deskWithOneDatabase();

        assertThat(desk.run("up", "production", "--sandbox")).isZero();
        assertThat(desk.cli.call("up").folder())
                .isEqualTo(desk.stack("production").project());
    }

    @Test
    void aDomainThatNobodyResolvesIsReachedOnThisMachine() {
        var desk = new Desk(folder);
        desk.cli.telling("up", summary());
        desk.cli.answering("stack output", FakeCli.ok("{\"apiUrl\":\"https://api.example.com\"}"));
        // Another environment has the usual port.
        desk.sandbox.answerAt("127.0.0.1:8444");

        desk.run("up", "production", "--sandbox");

        assertThat(desk.out())
                .endsWith("try it: curl --cacert /ca.pem --connect-to ::127.0.0.1:8444"
                        + " https://api.example.com/api/v1/version\n"
                        + "its first administrator is made with:"
                        + " plinth output bootstrapToken --stack production --sandbox\n");
    }

    @Test
    void nameServersAreListedAndTheDelegationIsAskedFor() {
        var desk = new Desk(folder);
        desk.cli.withStack("production").telling("up", summary());
        desk.cli.answering("stack output", FakeCli.ok("{\"nameServers\":[\"ns-1.example\",\"ns-2.example\"]}"));

        desk.run("up", "production", "--yes");

        assertThat(desk.out()).endsWith("""
                outputs
                  nameServers  ns-1.example
                               ns-2.example
                delegate the domain, where it is registered, to: ns-1.example ns-2.example
                """);
    }

    @Test
    void aRequestThatIsNoObjectIsRefusedBeforeAnythingHappens() {
        var desk = new Desk(folder);

        assertThat(desk.run("up", "--release", "green")).isEqualTo(ExitCode.USAGE.number());
        assertThat(desk.err()).contains("--release: expected JSON, found: green");
        assertThat(desk.cli.commands()).isEmpty();
    }

    private Desk deskWithOneDatabase() {
        var desk = new Desk(folder);
        desk.cli.telling(
                "up",
                Events.started("create", DATABASE, "primary"),
                Events.done("create", DATABASE, "primary"),
                summary());
        desk.cli.answering("stack output", FakeCli.ok(OUTPUTS));
        return desk;
    }

    private static String summary() {
        return Events.summary("\"create\":1,\"read\":1");
    }

    private static List<String> files(Path home) throws IOException {
        try (var files = Files.walk(home)) {
            return files.sorted()
                    .map(file -> file + ":" + file.toFile().lastModified())
                    .toList();
        }
    }
}
