package dev.plinth.policy.report;

import static dev.plinth.policy.report.SampleReports.ADVICE;
import static dev.plinth.policy.report.SampleReports.BROKEN;
import static dev.plinth.policy.report.SampleReports.BUCKETS;
import static dev.plinth.policy.report.SampleReports.DAYS_SEVEN;
import static dev.plinth.policy.report.SampleReports.EXEMPT;
import static dev.plinth.policy.report.SampleReports.OFF;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.policy.EnforcementLevel;
import dev.plinth.policy.Finding;
import dev.plinth.policy.Rule;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ReviewTest {
    private static final String UNKNOWN = "\"backupRetentionPeriod\": \"04da6b54-80e4-46f7-96ec-b56ff0331ba9\"";

    @TempDir
    private Path folder;

    @Test
    void judgesResourcesAndTheStack() {
        var report = SampleReports.of(folder, List.of(DAYS_SEVEN, ADVICE), "db \"backupRetentionPeriod\": 3");

        assertThat(report.packs().getFirst().findings())
                .extracting(Finding::statement)
                .containsExactly("db keeps 3 days", "db is alone & has <no> friend");
    }

    @Test
    void stopsADeploymentByAMandatoryRuleOnly() {
        assertThat(SampleReports.of(folder, List.of(DAYS_SEVEN), "db").stopsDeployment())
                .isTrue();
        assertThat(SampleReports.of(folder, List.of(ADVICE), "db").stopsDeployment())
                .isFalse();
    }

    @Test
    void saysOfARuleThatItIsKept() {
        assertThat(outcome(DAYS_SEVEN, "db \"backupRetentionPeriod\": 7")).isEqualTo(Outcome.KEPT);
        assertThat(outcome(ADVICE, "one", "other")).isEqualTo(Outcome.KEPT);
    }

    @Test
    void saysOfARuleThatItHasToWait() {
        assertThat(outcome(DAYS_SEVEN, "db " + UNKNOWN)).isEqualTo(Outcome.UNDECIDED);
    }

    @Test
    void saysOfARuleThatItIsViolatedThoughItHasToWaitElsewhere() {
        assertThat(outcome(DAYS_SEVEN, "a " + UNKNOWN, "b")).isEqualTo(Outcome.VIOLATED);
    }

    @Test
    void saysOfARuleThatItHadNothingToJudge() {
        var result = result(BUCKETS, "db");

        assertThat(result.outcome()).isEqualTo(Outcome.NOT_APPLICABLE);
        assertThat(result.reason()).isEqualTo("the plan has no resource of its types");
    }

    @Test
    void saysOfARuleThatItDoesNotRun() {
        var result = result(OFF, "db");

        assertThat(result.outcome()).isEqualTo(Outcome.DISABLED);
        assertThat(result.level()).isEqualTo(EnforcementLevel.DISABLED);
    }

    @Test
    void takesABrokenRuleForAViolatedOne() {
        assertThat(outcome(BROKEN, "db")).isEqualTo(Outcome.VIOLATED);
    }

    @Test
    void saysOfARuleThatAnExemptionHolds() {
        var report = SampleReports.of(folder, List.of(DAYS_SEVEN), EXEMPT, "db");

        assertThat(report.stopsDeployment()).isFalse();
        assertThat(report.packs().getFirst().results().getFirst().outcome()).isEqualTo(Outcome.EXEMPT);
        assertThat(report.packs().getFirst().exempted())
                .extracting(kept -> kept.finding().statement())
                .containsExactly("db keeps 0 days");
    }

    @Test
    void tellsOfAnExemptionThatNothingNeeds() {
        var report = SampleReports.of(folder, List.of(DAYS_SEVEN), EXEMPT, "db \"backupRetentionPeriod\": 7");

        assertThat(report.packs().getFirst().results())
                .extracting(result -> result.rule().id())
                .containsExactly("days-seven", "exemptions");
    }

    private Outcome outcome(Rule rule, String... databases) {
        return result(rule, databases).outcome();
    }

    private RuleResult result(Rule rule, String... databases) {
        return SampleReports.of(folder, List.of(rule), databases)
                .packs()
                .getFirst()
                .results()
                .getFirst();
    }
}
