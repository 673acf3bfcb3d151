package dev.plinth.policy.analyzer;

import static dev.plinth.policy.SampleRules.DAYS;
import static dev.plinth.policy.SampleRules.IDENTIFIER;
import static dev.plinth.policy.SampleRules.PASSWORD;
import static dev.plinth.policy.SampleRules.remedyingRule;
import static dev.plinth.policy.analyzer.Sent.database;
import static dev.plinth.policy.analyzer.Sent.list;
import static dev.plinth.policy.analyzer.Sent.number;
import static dev.plinth.policy.analyzer.Sent.output;
import static dev.plinth.policy.analyzer.Sent.secret;
import static dev.plinth.policy.analyzer.Sent.signed;
import static dev.plinth.policy.analyzer.Sent.text;
import static dev.plinth.policy.analyzer.Sent.unknownNumber;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Struct;
import com.google.protobuf.Value;
import dev.plinth.policy.Patch;
import dev.plinth.policy.Rule;
import dev.plinth.policy.SampleRules;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import pulumirpc.AnalyzerOuterClass.AnalyzeRequest;
import pulumirpc.AnalyzerOuterClass.EnforcementLevel;
import pulumirpc.AnalyzerOuterClass.RemediateResponse;
import pulumirpc.AnalyzerOuterClass.Remediation;

/** Remediate, as the engine asks for it. */
final class RemediationTest {
    private static final Rule KEEPS =
            remedyingRule("keeps", resource -> resource.get(DAYS).orElse(0) < 7, resource -> Patch.put(DAYS, 7));
    private static final Rule NAMES = remedyingRule(
            "names",
            resource -> !resource.has(IDENTIFIER),
            resource -> Patch.put(IDENTIFIER, "kept-" + resource.get(DAYS).orElse(0))
                    .and(Patch.put(PASSWORD, "fresh-1234")));
    private static final Rule THROWS = remedyingRule("throws", resource -> true, resource -> {
        throw new IllegalStateException("no remedy");
    });

    private final Engine engine = Engine.with(SampleRules.pack(KEEPS, NAMES, THROWS));

    @AfterEach
    void stop() {
        engine.close();
    }

    @Test
    void isNoneAtAnyOtherLevel() {
        assertThat(engine.pack().remediate(database(Map.of()))).isEqualTo(RemediateResponse.getDefaultInstance());
        for (var level : new EnforcementLevel[] {EnforcementLevel.ADVISORY, EnforcementLevel.DISABLED}) {
            assertThat(engine.configured("keeps", level, Map.of()).pack().remediate(database(Map.of())))
                    .isEqualTo(RemediateResponse.getDefaultInstance());
        }
    }

    @Test
    void changesWhatTheRuleSaysAndSendsBackEverythingElseAsItCame() {
        Map<String, Value> inputs = Map.of(
                "password", secret(text("hunter22")),
                "allocatedStorage", unknownNumber(),
                "__defaults", list(text("engine")),
                "finalSnapshotIdentifier", output(Map.of("value", text("a"), "dependencies", list(text("urn")))),
                "characterSetName", signed("a signature of tomorrow", Map.of("x", number(1))));

        Remediation remediation = only(remedied("keeps", database(inputs)));

        assertThat(remediation.getPolicyName()).isEqualTo("keeps");
        assertThat(remediation.getPolicyPackName()).isEqualTo("sample");
        assertThat(remediation.getDescription()).isEqualTo("Title of keeps: sets backupRetentionPeriod");
        // The engine takes any diagnostic for a refusal.
        assertThat(remediation.getDiagnostic()).isEmpty();
        var expected = new HashMap<>(inputs);
        expected.put("backupRetentionPeriod", number(7));
        assertThat(remediation.getProperties()).isEqualTo(struct(expected));
    }

    @Test
    void runsTheRulesInTheirOrderOnWhatTheOnesBeforeHaveLeft() {
        RemediateResponse response = remedied("all", database(Map.of("password", secret(text("hunter22")))));

        assertThat(response.getRemediationsList())
                .extracting(Remediation::getPolicyName)
                .containsExactly("keeps", "names", "throws");
        assertThat(response.getRemediations(1).getProperties())
                .isEqualTo(struct(Map.of(
                        "backupRetentionPeriod", number(7),
                        "identifier", text("kept-7"),
                        "password", secret(text("fresh-1234")))));
    }

    @Test
    void tellsOfARemedyThatThrowsWithoutLosingTheInputs() {
        Map<String, Value> inputs = Map.of("backupRetentionPeriod", number(9));

        Remediation remediation = only(remedied("throws", database(inputs)));

        assertThat(remediation.getDiagnostic())
                .contains("Title of throws", "db could not be put right: IllegalStateException", "Cure: mend it");
        assertThat(remediation.getProperties()).isEqualTo(struct(inputs));
    }

    @Test
    void isNoneWhereNothingWouldChange() {
        assertThat(remedied("keeps", database(Map.of("backupRetentionPeriod", number(7)))))
                .isEqualTo(RemediateResponse.getDefaultInstance());
    }

    @Test
    void leavesNothingToFind() {
        Remediation remediation = only(remedied("keeps", database(Map.of("backupRetentionPeriod", number(1)))));
        AnalyzeRequest changed = database(Map.of()).toBuilder()
                .setProperties(remediation.getProperties())
                .build();

        assertThat(engine.pack().analyze(changed).getDiagnosticsList())
                .extracting(diagnostic -> diagnostic.getPolicyName())
                .doesNotContain("keeps");
    }

    private RemediateResponse remedied(String rule, AnalyzeRequest request) {
        return engine.configured(rule, EnforcementLevel.REMEDIATE, Map.of())
                .pack()
                .remediate(request);
    }

    private static Remediation only(RemediateResponse response) {
        assertThat(response.getRemediationsList()).hasSize(1);
        return response.getRemediations(0);
    }

    private static Struct struct(Map<String, Value> fields) {
        return Struct.newBuilder().putAllFields(fields).build();
    }
}
