package dev.plinth.policy.analyzer;

import static dev.plinth.policy.SampleRules.DAYS;
import static dev.plinth.policy.SampleRules.IDENTIFIER;
import static dev.plinth.policy.SampleRules.pack;
import static dev.plinth.policy.SampleRules.resourceRule;
import static dev.plinth.policy.SampleRules.stackRule;
import static dev.plinth.policy.analyzer.Sent.database;
import static dev.plinth.policy.analyzer.Sent.inStack;
import static dev.plinth.policy.analyzer.Sent.unknownNumber;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.Empty;
import com.google.protobuf.Value;
import dev.plinth.policy.Judgement;
import dev.plinth.policy.PolicyPack;
import dev.plinth.policy.ResourceRule;
import dev.plinth.policy.Rule;
import dev.plinth.policy.RuleConfig;
import dev.plinth.policy.SampleRules;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import pulumirpc.AnalyzerOuterClass.AnalyzeDiagnostic;
import pulumirpc.AnalyzerOuterClass.AnalyzeResponse;
import pulumirpc.AnalyzerOuterClass.AnalyzeStackRequest;
import pulumirpc.AnalyzerOuterClass.EnforcementLevel;
import pulumirpc.AnalyzerOuterClass.PolicyInfo;

/** A run from its configuration to its end, as the engine goes through it. */
final class RunTest {
    private record Limits(int daysMin) {}

    private static final RuleConfig<Limits> LIMITS = RuleConfig.of(new Limits(7));
    private static final Rule LIMITED = ResourceRule.of(
            SampleRules.info("limited").config(LIMITS),
            (resource, context) -> Judgement.violatedIf(
                    resource.get(DAYS).orElse(0) < context.get(LIMITS).daysMin(),
                    "needs %d".formatted(context.get(LIMITS).daysMin())));
    private static final Rule NAMED = resourceRule(
            "named",
            resource ->
                    resource.get(IDENTIFIER).filter(String::isBlank).stream().toList());
    private static final Rule TOGETHER = stackRule(
            "together",
            (resource, stack) -> resource.get(DAYS).stream()
                    .filter(days -> days < 0)
                    .map(String::valueOf)
                    .toList());
    private static final Rule CURIOUS = ResourceRule.of(
            SampleRules.info("curious"), (resource, context) -> Judgement.violated("is in " + context.run()));

    @Test
    void tellsARuleInWhichRunItJudges() {
        try (Engine engine = Engine.with(pack(CURIOUS)).previewing()) {
            assertThat(only(engine.pack().analyze(database(Map.of()))).getMessage())
                    .contains("organization=org", "project=demo", "stack=dev", "preview=true", "tags={team=data}")
                    .doesNotContain("hunter22");
        }
    }

    @Test
    void keepsTheRunWhenConfigured() {
        try (Engine engine = Engine.with(pack(CURIOUS)).previewing()) {
            engine.configured("curious", EnforcementLevel.ADVISORY, Map.of());

            assertThat(only(engine.pack().analyze(database(Map.of()))).getMessage())
                    .contains("stack=dev");
        }
    }

    @Test
    void tellsTheEngineWhatCanBeSet() {
        try (Engine engine = Engine.with(pack(LIMITED))) {
            List<PolicyInfo> rules =
                    engine.pack().getAnalyzerInfo(Empty.getDefaultInstance()).getPoliciesList();

            assertThat(rules).extracting(PolicyInfo::getName).containsExactly("limited", "exemptions", "undecided");
            assertThat(rules.getFirst().getConfigSchema().getProperties())
                    .isEqualTo(Structs.of(Map.of("daysMin", Map.of("type", "integer", "default", 7))));
            assertThat(rules.get(1).getConfigSchema().getProperties().getFieldsMap())
                    .containsOnlyKeys("list");
        }
    }

    @Test
    void readsWhatIsSet() {
        try (Engine engine = Engine.with(pack(LIMITED))) {
            engine.configured("limited", EnforcementLevel.MANDATORY, Map.of("daysMin", 9.0));

            assertThat(only(engine.pack().analyze(database(Map.of()))).getMessage())
                    .contains("db needs 9");
        }
    }

    @Test
    void refusesWhatCannotBeSetWithEverythingThatIsWrong() {
        try (Engine engine = Engine.with(pack(LIMITED))) {
            Map<String, Object> wrong = Map.of("daysMin", 7.5, "dayMin", 7);

            assertThatThrownBy(() -> engine.configured("limited", EnforcementLevel.MANDATORY, wrong))
                    .isInstanceOfSatisfying(StatusRuntimeException.class, error -> {
                        assertThat(error.getStatus().getCode()).isEqualTo(Status.Code.INVALID_ARGUMENT);
                        assertThat(error.getStatus().getDescription()).isEqualTo("""
                                        limited has no 'dayMin'; did you mean 'daysMin'?
                                        limited.daysMin needs a whole number, is 7.5""");
                    });
        }
    }

    @Test
    void tellsOnceInAPreviewWhatHasToWait() {
        try (Engine engine = Engine.with(waitingPack()).previewing()) {
            Map<String, Value> unknown =
                    Map.of("backupRetentionPeriod", unknownNumber(), "identifier", unknownNumber());

            AnalyzeResponse first = engine.pack().analyze(database("a", unknown));
            AnalyzeResponse second = engine.pack().analyze(database("b", Map.of("identifier", unknownNumber())));
            AnalyzeDiagnostic note = only(stack(engine, unknown));

            assertThat(first.getDiagnosticsList()).isEmpty();
            assertThat(second.getNotApplicableList())
                    .extracting(skipped -> skipped.getPolicyName() + " " + skipped.getReason())
                    .containsExactly("named waits, as b: identifier is not known before the deployment");
            assertThat(note.getUrn()).as("the stack itself").isEmpty();
            assertThat(note.getPolicyName()).isEqualTo("undecided");
            assertThat(note.getEnforcementLevel()).isEqualTo(EnforcementLevel.ADVISORY);
            assertThat(note.getMessage()).isEqualTo("""
                    3 rules wait for values that only the deployment tells: named in 2 resources, \
                    reads in 1 resource, together in 1 resource
                    Each is judged in the update, as soon as they are known.""");
        }
    }

    @Test
    void saysNothingOfWaitingWhereNothingWaitsOrNobodyWantsToKnow() {
        try (Engine engine = Engine.with(waitingPack()).previewing()) {
            assertThat(stack(engine, Map.of()).getDiagnosticsList()).isEmpty();

            engine.configured("undecided", EnforcementLevel.DISABLED, Map.of());
            assertThat(stack(engine, Map.of("backupRetentionPeriod", unknownNumber()))
                            .getDiagnosticsList())
                    .isEmpty();
        }
    }

    @Test
    void tellsOfEveryUnknownValueInAnUpdateAsThereShouldBeNone() {
        try (Engine engine = Engine.with(waitingPack())) {
            assertThat(only(stack(engine, Map.of("backupRetentionPeriod", unknownNumber())))
                            .getPolicyName())
                    .isEqualTo("together");
        }
    }

    private static PolicyPack waitingPack() {
        Rule reads = resourceRule(
                "reads",
                resource -> resource.get(DAYS).stream()
                        .filter(days -> days < 0)
                        .map(String::valueOf)
                        .toList());
        return pack(reads, NAMED, TOGETHER);
    }

    private static AnalyzeResponse stack(Engine engine, Map<String, Value> properties) {
        return engine.pack()
                .analyzeStack(AnalyzeStackRequest.newBuilder()
                        .addResources(inStack("a", properties))
                        .build());
    }

    private static AnalyzeDiagnostic only(AnalyzeResponse response) {
        assertThat(response.getDiagnosticsList()).hasSize(1);
        return response.getDiagnostics(0);
    }
}
