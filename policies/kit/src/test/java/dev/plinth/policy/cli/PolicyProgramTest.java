package dev.plinth.policy.cli;

import static dev.plinth.policy.SampleRules.DAYS;
import static dev.plinth.policy.SampleRules.info;
import static dev.plinth.policy.SampleRules.pack;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.policy.Judgement;
import dev.plinth.policy.ResourceRule;
import dev.plinth.policy.plan.SamplePlans;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PolicyProgramTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    private Path folder;

    @Test
    void checkEndsWithOneIfAMandatoryRuleIsViolated() {
        assertThat(run("check", plan("db"))).isEqualTo(ExitCode.VIOLATED);
        assertThat(out.toString()).contains("mandatory  days-seven", "db keeps 0 days");
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void checkEndsWithZeroIfAllIsWell() {
        assertThat(run("check", plan("db \"backupRetentionPeriod\": 7"))).isEqualTo(ExitCode.OK);
        assertThat(out.toString()).contains("sample 1.2.3: 0 violations");
    }

    @Test
    void checkTakesAPacksConfiguration() throws IOException {
        String configuration = write("{\"all\": \"mandatory\", \"days-seven\": {\"enforcementLevel\": \"advisory\"}}");

        assertThat(run("check", plan("db"), "--pack-config", "sample=" + configuration))
                .isEqualTo(ExitCode.OK);
        assertThat(out.toString()).contains("advisory  days-seven");
    }

    @Test
    void checkTakesTheConfigurationOfThePlansStackFromAFolder() throws IOException {
        Files.writeString(folder.resolve("prod.json"), "{\"days-seven\": \"disabled\"}");

        assertThat(run("check", plan("db"), "--pack-config", "sample=" + folder))
                .isEqualTo(ExitCode.OK);
        assertThat(run("check", plan("db"), "--pack-config", "sample=" + folder, "--stack", "test"))
                .isEqualTo(ExitCode.VIOLATED);
    }

    @Test
    void checkTellsAllThatIsWrongWithAConfiguration() throws IOException {
        String configuration = write("{\"days-sevn\": \"mandatory\", \"days-seven\": \"loud\", \"all\": 7}");

        assertThat(run("check", plan("db"), "--pack-config", "sample=" + configuration))
                .isEqualTo(ExitCode.UNUSABLE);
        assertThat(err.toString())
                .contains("no rule 'days-sevn'; did you mean 'days-seven'?")
                .contains("days-seven: expected a level (advisory, mandatory, remediate, disabled), found 'loud'")
                .contains("all: expected a level or an object, found 7")
                .doesNotContain("\tat ");
    }

    @Test
    void checkRefusesAConfigurationForAnUnknownPack() throws IOException {
        assertThat(run("check", plan("db"), "--pack-config", "simple=" + write("{}")))
                .isEqualTo(ExitCode.UNUSABLE);
        assertThat(err.toString()).contains("there is no pack 'simple'; there are sample");
    }

    @Test
    void checkWritesTheReportToAFile() throws IOException {
        Path report = folder.resolve("report.sarif");

        run("check", plan("db"), "--format", "sarif", "--output", report.toString());

        assertThat(out.toString()).isEmpty();
        assertThat(Files.readString(report)).contains("\"version\" : \"2.1.0\"");
    }

    @Test
    void checkOfWhatIsNoPlanSaysWhatToDo() throws IOException {
        assertThat(run("check", write("{}"))).isEqualTo(ExitCode.UNUSABLE);
        assertThat(err.toString()).startsWith("plinth-policy: ").contains("expected a plan", "pulumi stack export");
        assertThat(err.toString()).doesNotContain("\tat ");
    }

    @Test
    void anUnknownFormatIsAUsageError() {
        assertThat(run("check", plan("db"), "--format", "xml")).isEqualTo(ExitCode.UNUSABLE);
        assertThat(err.toString()).contains("--format");
    }

    @Test
    void aMissingFileIsAUsageError() {
        assertThat(run("check")).isEqualTo(ExitCode.UNUSABLE);
        assertThat(err.toString()).contains("FILE");
    }

    @Test
    void noCommandIsAUsageError() {
        assertThat(run()).isEqualTo(ExitCode.UNUSABLE);
        assertThat(err.toString()).contains("expected a command");
    }

    @Test
    void listShowsEachRule() {
        assertThat(run("list")).isEqualTo(ExitCode.OK);
        assertThat(out.toString())
                .contains("sample 1.2.3: A pack for tests")
                .containsPattern("mandatory +high +days-seven");
    }

    @Test
    void listAsJsonHasWhatAProgramNeeds() {
        run("list", "--json");

        assertThat(out.toString()).contains("\"id\" : \"days-seven\"", "\"types\" : [ \"aws:rds/instance:Instance\" ]");
    }

    @Test
    void explainTellsAllOfARule() {
        assertThat(run("explain", "days-seven")).isEqualTo(ExitCode.OK);
        assertThat(out.toString()).contains("It matters.", "Mend it.", "com.pulumi.aws.rds.Instance", "RDS.11");
    }

    @Test
    void explainOfAnUnknownRuleGuesses() {
        assertThat(run("explain", "days-sevn")).isEqualTo(ExitCode.UNUSABLE);
        assertThat(err.toString()).contains("there is no rule 'days-sevn'; did you mean 'days-seven'?");
    }

    @Test
    void docsWritesPagesAndThenFindsThemRight() {
        assertThat(run("docs", folder.toString())).isEqualTo(ExitCode.OK);
        assertThat(folder.resolve("sample/days-seven.md")).exists();
        assertThat(run("docs", folder.toString(), "--check")).isEqualTo(ExitCode.OK);
    }

    @Test
    void docsTellsWhichPagesAreNotWhatTheRulesSay() throws IOException {
        run("docs", folder.toString());
        Files.writeString(folder.resolve("sample/days-seven.md"), "old");
        Files.writeString(folder.resolve("sample/gone.md"), "old");
        Files.delete(folder.resolve("README.md"));

        assertThat(run("docs", folder.toString(), "--check")).isEqualTo(ExitCode.VIOLATED);
        assertThat(out.toString())
                .contains("sample/days-seven.md is not what the rules say")
                .contains("sample/gone.md is of no rule")
                .contains("README.md is missing")
                .contains("docs " + folder);
    }

    private int run(String... arguments) {
        var rule = ResourceRule.of(
                info("days-seven"),
                (database, context) -> Judgement.violatedIf(
                        database.get(DAYS).orElse(0) < 7,
                        "keeps %d days".formatted(database.get(DAYS).orElse(0))));
        return PolicyProgram.commandLine(
                        new Packs(List.of(pack(rule))), new PrintWriter(out, true), new PrintWriter(err, true))
                .execute(arguments);
    }

    private String plan(String... databases) {
        return SamplePlans.preview(folder, databases).toString();
    }

    private String write(String json) throws IOException {
        return Files.writeString(folder.resolve("some.json"), json).toString();
    }
}
