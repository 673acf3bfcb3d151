package dev.plinth.policy.analyzer;

import static dev.plinth.policy.SampleRules.DAYS;
import static dev.plinth.policy.SampleRules.PASSWORD;
import static dev.plinth.policy.SampleRules.pack;
import static dev.plinth.policy.SampleRules.resourceRule;
import static dev.plinth.policy.SampleRules.stackRule;
import static dev.plinth.policy.analyzer.Sent.database;
import static dev.plinth.policy.analyzer.Sent.number;
import static dev.plinth.policy.analyzer.Sent.output;
import static dev.plinth.policy.analyzer.Sent.secret;
import static dev.plinth.policy.analyzer.Sent.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.Empty;
import com.google.protobuf.NullValue;
import com.google.protobuf.Value;
import dev.plinth.policy.PolicyPack;
import dev.plinth.policy.SampleRules;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import pulumirpc.AnalyzerGrpc.AnalyzerBlockingStub;
import pulumirpc.AnalyzerOuterClass.AnalyzeDiagnostic;
import pulumirpc.AnalyzerOuterClass.AnalyzeRequest;
import pulumirpc.AnalyzerOuterClass.AnalyzeResponse;
import pulumirpc.AnalyzerOuterClass.AnalyzeStackRequest;
import pulumirpc.AnalyzerOuterClass.AnalyzerHandshakeRequest;
import pulumirpc.AnalyzerOuterClass.AnalyzerPropertyDependencies;
import pulumirpc.AnalyzerOuterClass.AnalyzerResource;
import pulumirpc.AnalyzerOuterClass.AnalyzerStackConfigureRequest;
import pulumirpc.AnalyzerOuterClass.EnforcementLevel;
import pulumirpc.AnalyzerOuterClass.PolicyInfo;
import pulumirpc.AnalyzerOuterClass.PolicySeverity;
import pulumirpc.AnalyzerOuterClass.PolicyType;

/** The real service on a real port, spoken to as the engine does. */
final class PolicyServerTest {
    private static final PolicyPack PACK = pack(
            resourceRule(
                    "keeps-backups",
                    resource -> resource.get(DAYS).orElse(0) < 7
                            ? List.of(
                                    "has the password " + resource.get(PASSWORD).orElse("none"))
                            : List.of()),
            stackRule(
                    "has-replica",
                    (resource, stack) -> stack.referenced(resource, SampleRules.SOURCE, SampleRules.IDENTIFIER)
                                    .isEmpty()
                            ? List.of("is alone")
                            : List.of()));

    private final Engine connected = Engine.with(PACK);
    private final AnalyzerBlockingStub engine = connected.pack();

    @AfterEach
    void stop() {
        connected.close();
    }

    @Test
    void introducesThePackAndItsRules() {
        var info = engine.getAnalyzerInfo(Empty.getDefaultInstance());

        assertThat(info.getName()).isEqualTo("sample");
        assertThat(info.getVersion()).isEqualTo("1.2.3");
        assertThat(info.getSupportsConfig()).isTrue();
        // An entry here would lower every mandatory rule to advisory.
        assertThat(info.getInitialConfigMap()).isEmpty();
        PolicyInfo rule = info.getPolicies(0);
        assertThat(rule.getName()).isEqualTo("keeps-backups");
        assertThat(rule.getEnforcementLevel()).isEqualTo(EnforcementLevel.MANDATORY);
        assertThat(rule.getSeverity()).isEqualTo(PolicySeverity.POLICY_SEVERITY_HIGH);
        assertThat(rule.getPolicyType()).isEqualTo(PolicyType.POLICY_TYPE_RESOURCE);
        assertThat(rule.getFramework().getSpecification()).isEqualTo("RDS.11");
        assertThat(rule.getTagsList()).containsExactly("AWS FSBP RDS.11", "Checkov CKV_AWS_133");
        assertThat(rule.getRemediationSteps()).isEqualTo("mend it");
        assertThat(info.getPolicies(1).getPolicyType()).isEqualTo(PolicyType.POLICY_TYPE_STACK);
        assertThat(engine.getPluginInfo(Empty.getDefaultInstance()).getVersion())
                .isEqualTo("1.2.3");
    }

    @Test
    void answersEverythingThatTheEngineAsks() {
        assertThat(engine.handshake(AnalyzerHandshakeRequest.getDefaultInstance()))
                .isNotNull();
        assertThat(engine.configureStack(AnalyzerStackConfigureRequest.getDefaultInstance()))
                .isNotNull();
        assertThat(engine.remediate(database(Map.of())).getRemediationsList()).isEmpty();
    }

    @Test
    void reportsAViolationWithoutItsSecrets() {
        AnalyzeDiagnostic diagnostic = only(engine.analyze(
                database(Map.of("backupRetentionPeriod", number(6), "password", secret(text("hunter22"))))));

        assertThat(diagnostic.getPolicyName()).isEqualTo("keeps-backups");
        assertThat(diagnostic.getPolicyPackName()).isEqualTo("sample");
        assertThat(diagnostic.getUrn()).isEqualTo(Sent.URN + "db");
        assertThat(diagnostic.getEnforcementLevel()).isEqualTo(EnforcementLevel.MANDATORY);
        assertThat(diagnostic.getMessage()).isEqualTo("""
                Title of keeps-backups (AWS FSBP RDS.11, Checkov CKV_AWS_133)
                db has the password [secret]
                Cure: mend it""");
    }

    @Test
    void findsNothingOfAResourceThatKeepsTheRules() {
        assertThat(engine.analyze(database(Map.of("backupRetentionPeriod", number(7)))))
                .isEqualTo(AnalyzeResponse.getDefaultInstance());
    }

    @Test
    void readsNullAndOutputSignatures() {
        assertThat(only(engine.analyze(database(Map.of(
                                "backupRetentionPeriod",
                                Value.newBuilder()
                                        .setNullValue(NullValue.NULL_VALUE)
                                        .build()))))
                        .getMessage())
                .contains("password none");
        assertThat(engine.analyze(database(Map.of("backupRetentionPeriod", output(Map.of("value", number(7))))))
                        .getDiagnosticsList())
                .isEmpty();
        assertThat(only(engine.analyze(database(Map.of("backupRetentionPeriod", output(Map.of())))))
                        .getEnforcementLevel())
                .isEqualTo(EnforcementLevel.ADVISORY);
    }

    @Test
    void notesWhatItCannotJudgeBeforeTheDeployment() {
        String unknownNumber = "3eeb2bf0-c639-47a8-9e75-3b44932eb421";

        AnalyzeDiagnostic diagnostic =
                only(engine.analyze(database(Map.of("backupRetentionPeriod", text(unknownNumber)))));

        assertThat(diagnostic.getEnforcementLevel()).isEqualTo(EnforcementLevel.ADVISORY);
        assertThat(diagnostic.getMessage()).contains("db: backupRetentionPeriod is not known before the deployment");
    }

    @Test
    void tellsWhichRulesHaveNothingToJudge() {
        var component = AnalyzeRequest.newBuilder()
                .setType("plinth:data:Database")
                .setUrn("urn")
                .build();

        AnalyzeResponse response = engine.analyze(component);

        assertThat(response.getDiagnosticsList()).isEmpty();
        assertThat(response.getNotApplicableList())
                .extracting(skipped -> skipped.getPolicyName())
                .containsExactly("keeps-backups");
    }

    @Test
    void judgesTheStackByWhatValuesWereMadeFrom() {
        var primary =
                AnalyzerResource.newBuilder().setType(Sent.TYPE).setUrn("urn-a").setName("primary");
        var replica = AnalyzerResource.newBuilder()
                .setType(Sent.TYPE)
                .setUrn("urn-b")
                .setName("replica")
                .putPropertyDependencies(
                        "replicateSourceDb",
                        AnalyzerPropertyDependencies.newBuilder()
                                .addUrns("urn-a")
                                .build());

        AnalyzeResponse response = engine.analyzeStack(AnalyzeStackRequest.newBuilder()
                .addResources(replica)
                .addResources(primary)
                .build());

        assertThat(only(response).getUrn()).isEqualTo("urn-a");
    }

    @Test
    void obeysTheConfiguration() {
        connected.configured("keeps-backups", EnforcementLevel.ADVISORY, Map.of());
        assertThat(only(engine.analyze(database(Map.of()))).getEnforcementLevel())
                .isEqualTo(EnforcementLevel.ADVISORY);

        connected.configured("all", EnforcementLevel.DISABLED, Map.of());
        assertThat(engine.analyze(database(Map.of()))).isEqualTo(AnalyzeResponse.getDefaultInstance());
    }

    @Test
    void refusesConfigurationForARuleThatItDoesNotHave() {
        assertThatThrownBy(() -> connected.configured("keep-backups", EnforcementLevel.DISABLED, Map.of()))
                .isInstanceOfSatisfying(StatusRuntimeException.class, error -> {
                    assertThat(error.getStatus().getCode()).isEqualTo(Status.Code.INVALID_ARGUMENT);
                    assertThat(error.getStatus().getDescription())
                            .isEqualTo("pack sample has no rule 'keep-backups'; did you mean 'keeps-backups'?");
                });
    }

    @Test
    void findsNothingMoreOnceTheEngineGivesUp() {
        engine.cancel(Empty.getDefaultInstance());

        assertThat(engine.analyze(database(Map.of()))).isEqualTo(AnalyzeResponse.getDefaultInstance());
    }

    @Test
    void takesAMessageAsLargeAsTheEngineSends() {
        Value large = text("x".repeat(5 * 1024 * 1024));

        assertThat(engine.analyze(database(Map.of("backupRetentionPeriod", number(7), "characterSetName", large)))
                        .getDiagnosticsList())
                .isEmpty();
    }

    private static AnalyzeDiagnostic only(AnalyzeResponse response) {
        assertThat(response.getDiagnosticsList()).hasSize(1);
        return response.getDiagnostics(0);
    }
}
