package dev.plinth.policy.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.plinth.policy.engine.Workspace.Result;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What the stock CLI does with a pack. The engine has tests of the same behaviours for the languages that it supports:
 * policy-simple, policy-dryrun, policy-config, and so on; Java's host skips them.
 */
final class StockCliIT {
    @TempDir
    private static Path folder;

    private static Workspace workspace;

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        assumeThat(Workspace.tools()).as("./plinth builds the CLI").isPresent();
        workspace = Workspace.in(folder);
    }

    @AfterAll
    static void stop() {
        if (workspace != null) {
            workspace.close();
        }
    }

    /** policy-simple, and a rule that throws. */
    @Test
    void aViolationStopsAPreviewAfterAllOtherRulesHaveRun() throws IOException, InterruptedException {
        Result preview = workspace
                .preview("{\"broken\": \"advisory\", \"not-forced\": \"mandatory\"}")
                .fails();

        assertThat(preview.output())
                .contains("[mandatory] [severity: medium]  not-forced  (aws:s3:Bucket: logs)", "logs is forced")
                .contains("[mandatory] [severity: medium]  broken  (aws:s3:Bucket: logs)")
                .contains("logs: IllegalStateException at EnginePack.java:")
                .doesNotContain("quotes", "hunter22");
    }

    /** policy-config, policy-enforcement-config. */
    @Test
    void aFileSetsTheConfigurationAndTheLevelOfOneRuleOrOfAll() throws IOException, InterruptedException {
        Result mandatory =
                workspace.preview("{\"long-name\": {\"lettersMin\": 5}}").fails();
        Result advisory = workspace
                .preview(
                        "{\"all\": \"disabled\", \"long-name\": {\"enforcementLevel\": \"advisory\", \"lettersMin\": 6}}")
                .succeeds();

        assertThat(mandatory.output()).contains("[mandatory]", "logs is named by less than 5 letters");
        assertThat(advisory.output())
                .contains("[advisory]", "logs is named by less than 6 letters")
                .doesNotContain("undecided");
    }

    /** policy-config-schema. */
    @Test
    void theEngineItselfRefusesWhatTheSchemaForbids() throws IOException, InterruptedException {
        Result preview = workspace
                .preview(
                        "{\"long-name\": {\"lettersMin\": 64}, \"exemptions\": {\"list\": [{\"rule\": \"long-name\"}]}}")
                .fails();

        assertThat(preview.output())
                .contains("long-name: lettersMin: Must be less than or equal to 63")
                .contains("exemptions: list.0: expires is required", "exemptions: list.0: owner is required");
    }

    /** policy-invalid. */
    @Test
    void thePackRefusesWhatTheEngineLetsThroughAndListsItAll() throws IOException, InterruptedException {
        Result preview = workspace.preview("""
                {"kown": "mandatory", "long-name": {"letterMin": 3}, "known": {"lettersMin": 3},
                 "exemptions": {"list": [{"rule": "known", "resource": "*", "reason": "", "owner": "me",
                                          "expires": "2027-01-31"}]}}""").fails();

        assertThat(preview.output())
                .contains("pack shown has no rule 'kown'; did you mean 'known'?")
                .contains("long-name has no 'letterMin'; did you mean 'lettersMin'?")
                .contains("known has nothing to configure beside its level")
                .contains("exemptions.list[0].resource '*' is about everything")
                .contains("exemptions.list[0].reason is empty");
    }

    /** policy-remediate at another level. */
    @Test
    void nothingIsPutRightAtTheLevelAdvisory() throws IOException, InterruptedException {
        Result preview = workspace.preview("{\"not-forced\": \"advisory\"}").succeeds();

        assertThat(preview.output())
                .contains("[advisory] [severity: medium]  not-forced")
                .doesNotContain("[remediate]");
    }

    /** policy-remediate, policy-dryrun, analyze-stack. */
    @Test
    void anUpdatePutsRightWhatItMayAndKnowsEverything() throws IOException, InterruptedException {
        Result up = workspace
                .up(
                        "right",
                        "{\"not-forced\": \"remediate\", \"not-in-preview\": \"mandatory\", \"together\": \"advisory\"}")
                .succeeds();
        String state = workspace
                .pulumi("stack", "export", "--stack", "right")
                .succeeds()
                .output();

        assertThat(up.output())
                .contains("[remediate]  not-forced  (1 resource)")
                .contains("index is in [logs], by id in [logs], depends on [logs]")
                .doesNotContain("is previewed", "is forced", "undecided");
        assertThat(state).contains("\"forceDestroy\": false").doesNotContain("\"forceDestroy\": true");
        assertThat(state).as("the secret stays one").doesNotContain("hunter22");
    }

    /** What is at a level that puts right is only told of: nothing is deployed. */
    @Test
    void storedStateIsJudgedWithoutAPreview() throws IOException, InterruptedException {
        workspace.up("stored", "{}").succeeds();

        Result analysis =
                workspace.analyze("stored", "{\"not-forced\": \"mandatory\"}").fails();

        assertThat(analysis.output()).contains("not-forced", "logs is forced").doesNotContain("undecided");
    }

    /** policy-dryrun, policy-stack-config, policy-stack-tags, resource-metadata. */
    @Test
    void aRuleSeesTheRunAndEveryResourceWithItsPlace() throws IOException, InterruptedException {
        Result preview = workspace
                .preview("{\"metadata\": \"advisory\", \"asset\": \"advisory\", \"not-in-preview\": \"advisory\"}")
                .succeeds();

        assertThat(preview.output())
                .contains("logs is previewed")
                .contains("project=demo, stack=dev, preview=true, tags={")
                .contains("team=data")
                .contains("logs is a aws:s3/bucket:Bucket in urn:pulumi:dev::demo::demo:storage:Storage::storage"
                        + " managed by elsewhere with [acl]")
                .contains("storage is a demo:storage:Storage in urn:pulumi:dev::demo::pulumi:pulumi:Stack::demo-dev"
                        + " managed by nobody with []")
                .contains("elsewhere is a pulumi:providers:aws in urn:pulumi:dev::demo::pulumi:pulumi:Stack::demo-dev"
                        + " managed by nobody")
                .contains("demo-dev is a pulumi:pulumi:Stack in nothing managed by nobody")
                .contains("index has Asset[source=AssetSource[kind=text, content=hello, hash=2cf24d");
    }

    @Test
    void aPreviewTellsOnceWhatHasToWait() throws IOException, InterruptedException {
        Result preview = workspace.preview("{\"together\": \"mandatory\"}").succeeds();

        assertThat(preview.output())
                .contains("[advisory] [severity: low]  undecided  (pulumi:pulumi:Stack: demo-dev)")
                .contains("2 rules wait for values that only the deployment tells: known in 1 resource,"
                        + " together in 1 resource")
                .doesNotContain("is not known before");
    }

    @Test
    void anExemptionLetsAViolationPassUntilItEnds() throws IOException, InterruptedException {
        Result current = workspace.preview(exempting("9999-12-31")).succeeds();
        Result ended = workspace.preview(exempting("2020-12-31")).fails();

        assertThat(current.output()).doesNotContain("is forced", "exemptions");
        assertThat(ended.output())
                .contains("logs is forced")
                .contains("[mandatory] [severity: medium]  exemptions  (aws:s3:Bucket: logs)")
                .contains("the exemption from not-forced for aws:s3/bucket:Bucket::l* has ended");
    }

    private static String exempting(String expires) {
        return """
                {"not-forced": "mandatory", "exemptions": {"list": [
                  {"rule": "not-forced", "resource": "aws:s3/bucket:Bucket::l*", "reason": "moves", "owner": "data-team",
                   "expires": "%s"}]}}""".formatted(expires);
    }
}
