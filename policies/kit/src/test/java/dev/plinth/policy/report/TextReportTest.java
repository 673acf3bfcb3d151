package dev.plinth.policy.report;

import static dev.plinth.policy.report.SampleReports.ADVICE;
import static dev.plinth.policy.report.SampleReports.BUCKETS;
import static dev.plinth.policy.report.SampleReports.DAYS_SEVEN;
import static dev.plinth.policy.report.SampleReports.EXEMPT;
import static dev.plinth.policy.report.SampleReports.OFF;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class TextReportTest {
    @TempDir
    private Path folder;

    @Test
    void tellsWhatStopsADeploymentFirstAndARuleOnce() {
        var report = SampleReports.of(folder, List.of(ADVICE, DAYS_SEVEN, BUCKETS, OFF), "db");

        assertThat(Format.TEXT.write(report)).isEqualTo("""
                plans/plan.json: 1 resource of shop, stack prod

                sample 1.2.3: 2 violations, 0 rules kept, 1 not applicable, 1 disabled
                  mandatory  days-seven  (severity high)
                    Title of days-seven (AWS FSBP RDS.11, Checkov CKV_AWS_133)
                      db keeps 0 days  [aws:rds/instance:Instance]
                    Cure: mend it
                  advisory  advice  (severity high)
                    A database has company
                      db is alone & has <no> friend  [aws:rds/instance:Instance]
                    Cure: add another one
                """);
    }

    @Test
    void tellsThatAllIsWell() {
        var report = SampleReports.of(folder, List.of(ADVICE), "one", "other");

        assertThat(Format.TEXT.write(report)).isEqualTo("""
                plans/plan.json: 2 resources of shop, stack prod

                sample 1.2.3: 0 violations, 1 rule kept
                """);
    }

    @Test
    void tellsWhatIsExempt() {
        assertThat(Format.TEXT.write(SampleReports.of(folder, List.of(DAYS_SEVEN), EXEMPT, "db")))
                .contains("0 violations, 0 rules kept, 1 exempt")
                .contains("  exempt  days-seven  db keeps 0 days; exempt until 2999-01-01 by ann: it is a copy");
    }

    @Test
    void putsTheResourcesOfARuleBelowEachOther() {
        var report = SampleReports.of(folder, List.of(DAYS_SEVEN), "a", "b \"backupRetentionPeriod\": 1");

        assertThat(Format.TEXT.write(report)).contains("""
                      a keeps 0 days  [aws:rds/instance:Instance]
                      b keeps 1 days  [aws:rds/instance:Instance]
                    Cure: mend it
                """);
    }
}
