package dev.plinth.policy.report;

import static dev.plinth.policy.report.SampleReports.BUCKETS;
import static dev.plinth.policy.report.SampleReports.DAYS_SEVEN;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.plinth.policy.plan.SamplePlans;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class JsonReportTest {
    @TempDir
    private Path folder;

    @Test
    void tellsEachRuleAndEachFinding() throws IOException {
        JsonNode json = json("db");

        assertThat(json.path("passed").asBoolean(true)).isFalse();
        assertThat(json.path("stack").asText()).isEqualTo("prod");
        assertThat(json.at("/packs/0/rules/0/outcome").asText()).isEqualTo("violated");
        assertThat(json.at("/packs/0/rules/1/outcome").asText()).isEqualTo("not-applicable");
        assertThat(json.at("/packs/0/rules/1/reason").asText()).isEqualTo("the plan has no resource of its types");
        JsonNode finding = json.at("/packs/0/findings/0");
        assertThat(finding.path("rule").asText()).isEqualTo("days-seven");
        assertThat(finding.path("level").asText()).isEqualTo("mandatory");
        assertThat(finding.path("urn").asText()).isEqualTo(SamplePlans.urn("db"));
        assertThat(finding.path("statement").asText()).isEqualTo("db keeps 0 days");
        assertThat(finding.at("/controls/1").asText()).isEqualTo("Checkov CKV_AWS_133");
    }

    @Test
    void tellsThatAllIsWell() throws IOException {
        JsonNode json = json("db \"backupRetentionPeriod\": 7");

        assertThat(json.path("passed").asBoolean()).isTrue();
        assertThat(json.at("/packs/0/findings")).isEmpty();
    }

    private JsonNode json(String... databases) throws IOException {
        return new JsonMapper()
                .readTree(Format.JSON.write(SampleReports.of(folder, List.of(DAYS_SEVEN, BUCKETS), databases)));
    }
}
