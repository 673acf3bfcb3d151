package dev.plinth.policy.report;

import static dev.plinth.policy.report.SampleReports.ADVICE;
import static dev.plinth.policy.report.SampleReports.BROKEN;
import static dev.plinth.policy.report.SampleReports.BUCKETS;
import static dev.plinth.policy.report.SampleReports.DAYS_SEVEN;
import static dev.plinth.policy.report.SampleReports.EXEMPT;
import static dev.plinth.policy.report.SampleReports.OFF;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import dev.plinth.policy.Rule;
import dev.plinth.policy.plan.SamplePlans;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SarifReportTest {
    private static final String UNKNOWN = "\"backupRetentionPeriod\": \"04da6b54-80e4-46f7-96ec-b56ff0331ba9\"";

    @TempDir
    private Path folder;

    @Test
    void keepsToTheOfficialSchema() throws IOException {
        String sarif = write(
                List.of(DAYS_SEVEN, ADVICE, BUCKETS, OFF, BROKEN),
                "db",
                "other \"backupRetentionPeriod\": 1",
                "third " + UNKNOWN);

        assertThat(mistakes(sarif)).isEmpty();
        assertThat(mistakes(sarif.replace("\"fail\"", "\"failed\""))).isNotEmpty();
    }

    @Test
    void namesThePackAndTheRuleWithItsControls() {
        JsonNode driver = run(DAYS_SEVEN, "db").at("/tool/driver");

        assertThat(driver.path("name").asText()).isEqualTo("sample");
        assertThat(driver.path("version").asText()).isEqualTo("1.2.3");
        assertThat(driver.at("/rules/0/id").asText()).isEqualTo("days-seven");
        assertThat(driver.at("/rules/0/shortDescription/text").asText()).isEqualTo("Title of days-seven");
        assertThat(driver.at("/rules/0/help/markdown").asText())
                .contains("It matters.", "**Cure:** mend it.", "[AWS FSBP RDS.11](https://docs.aws.amazon.com/");
        assertThat(driver.at("/rules/0/properties/tags"))
                .extracting(JsonNode::asText)
                .containsExactly("AWS FSBP RDS.11", "Checkov CKV_AWS_133");
    }

    @Test
    void makesAnErrorOfWhatStopsADeployment() {
        JsonNode result = run(DAYS_SEVEN, "db").at("/results/0");

        assertThat(result.path("level").asText()).isEqualTo("error");
        assertThat(result.path("kind").asText()).isEqualTo("fail");
        assertThat(result.path("ruleId").asText()).isEqualTo("days-seven");
        assertThat(result.path("ruleIndex").asInt()).isZero();
        assertThat(result.at("/message/text").asText()).contains("db keeps 0 days", "Cure: mend it");
    }

    @Test
    void makesAWarningOfGraveAdvice() {
        assertThat(run(ADVICE, "db").at("/results/0/level").asText()).isEqualTo("warning");
    }

    @Test
    void leavesOpenWhatHasToWait() {
        JsonNode result = run(DAYS_SEVEN, "db " + UNKNOWN).at("/results/0");

        assertThat(result.path("kind").asText()).isEqualTo("open");
        assertThat(result.path("level").asText()).isEqualTo("none");
    }

    @Test
    void placesAResultAtTheResourceAndAtItsLine() {
        JsonNode location =
                run(DAYS_SEVEN, "fine \"backupRetentionPeriod\": 7", "db").at("/results/0/locations/0");

        assertThat(location.at("/logicalLocations/0/fullyQualifiedName").asText())
                .isEqualTo(SamplePlans.urn("db"));
        assertThat(location.at("/logicalLocations/0/name").asText()).isEqualTo("db");
        assertThat(location.at("/physicalLocation/artifactLocation/uri").asText())
                .isEqualTo("plans/plan.json");
        assertThat(location.at("/physicalLocation/region/startLine").asInt()).isEqualTo(3);
    }

    @Test
    void keepsTheFingerprintWhileTheProblemStaysTheSame() {
        JsonNode before = run(DAYS_SEVEN, "db \"backupRetentionPeriod\": 1");
        JsonNode after = run(DAYS_SEVEN, "first", "db \"backupRetentionPeriod\": 2");

        assertThat(after.at("/results/0/partialFingerprints")).isEqualTo(before.at("/results/0/partialFingerprints"));
        assertThat(after.at("/results/1/partialFingerprints"))
                .isNotEqualTo(before.at("/results/0/partialFingerprints"));
    }

    @Test
    void suppressesWhatIsExempt() throws IOException {
        String sarif = Format.SARIF.write(SampleReports.of(folder, List.of(DAYS_SEVEN), EXEMPT, "db"));

        JsonNode suppression = new JsonMapper().readTree(sarif).at("/runs/0/results/0/suppressions/0");
        assertThat(suppression.path("justification").asText())
                .isEqualTo("exempt until 2999-01-01 by ann: it is a copy");
        assertThat(suppression.path("status").asText()).isEqualTo("accepted");
        assertThat(mistakes(sarif)).isEmpty();
    }

    @Test
    void tellsWhichRulesAreOff() {
        assertThat(run(OFF, "db")
                        .at("/tool/driver/rules/0/defaultConfiguration/enabled")
                        .asBoolean(true))
                .isFalse();
    }

    /** What the official schema has to say of a report. */
    private static Set<ValidationMessage> mistakes(String sarif) throws IOException {
        try (InputStream schema = SarifReportTest.class.getResourceAsStream("/schema/sarif-schema-2.1.0.json")) {
            return JsonSchemaFactory.getInstance(VersionFlag.V7)
                    .getSchema(Objects.requireNonNull(schema))
                    .validate(sarif, InputFormat.JSON);
        }
    }

    private JsonNode run(Rule rule, String... databases) {
        try {
            return new JsonMapper().readTree(write(List.of(rule), databases)).at("/runs/0");
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private String write(List<Rule> rules, String... databases) {
        return Format.SARIF.write(SampleReports.of(folder, rules, databases));
    }
}
