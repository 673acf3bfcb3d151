package dev.plinth.policy.analyzer;

import com.google.protobuf.Struct;
import dev.plinth.policy.Finding;
import dev.plinth.policy.KitRules;
import dev.plinth.policy.NotApplicable;
import dev.plinth.policy.PolicyPack;
import dev.plinth.policy.Remedy;
import dev.plinth.policy.RuleInfo;
import dev.plinth.policy.Verdict;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import pulumirpc.AnalyzerOuterClass.AnalyzeDiagnostic;
import pulumirpc.AnalyzerOuterClass.AnalyzeResponse;
import pulumirpc.AnalyzerOuterClass.EnforcementLevel;
import pulumirpc.AnalyzerOuterClass.PolicyNotApplicable;
import pulumirpc.AnalyzerOuterClass.RemediateResponse;
import pulumirpc.AnalyzerOuterClass.Remediation;

/** Writes what the engine is told of the resources. */
final class Answers {
    private final PolicyPack pack;
    /** Most rules have nothing to say of most resources, a hundred times each. */
    private final Map<String, PolicyNotApplicable> otherTypes;

    Answers(PolicyPack pack) {
        this.pack = pack;
        this.otherTypes = pack.rules().stream()
                .map(rule -> rule.info().id())
                .collect(Collectors.toMap(Function.identity(), id -> notApplicable(id, NotApplicable.OTHER_TYPES)));
    }

    AnalyzeResponse.Builder verdict(List<Finding> findings, Verdict verdict) {
        var response = AnalyzeResponse.newBuilder();
        findings.forEach(finding -> response.addDiagnostics(diagnostic(finding)));
        verdict.notApplicable().forEach(skipped -> response.addNotApplicable(notApplicable(skipped)));
        return response;
    }

    /** That a rule has to wait is no finding of its own in a preview. */
    static PolicyNotApplicable waits(Finding undecided) {
        return notApplicable(undecided.rule().id(), "waits, as " + undecided.statement());
    }

    AnalyzeDiagnostic note(String statement) {
        RuleInfo rule = KitRules.UNDECIDED.info();
        return head(rule)
                .setMessage("%s\n%s".formatted(statement, "Each is judged in the update, as soon as they are known."))
                .setEnforcementLevel(EnforcementLevel.ADVISORY)
                .build();
    }

    /** The inputs after all changes, each with the rule that has changed them; the engine replaces the inputs by them. */
    RemediateResponse remediations(List<Remedy> remedies, Struct inputs) {
        var response = RemediateResponse.newBuilder();
        Struct changed = inputs;
        for (Remedy remedy : remedies) {
            var remediation = Remediation.newBuilder()
                    .setPolicyName(remedy.rule().id())
                    .setPolicyPackName(pack.name())
                    .setPolicyPackVersion(pack.version());
            switch (remedy) {
                case Remedy.Change change -> {
                    changed = StructPatch.apply(change.patch(), changed);
                    remediation.setDescription(change.message());
                }
                // With a diagnostic, the engine shows that and leaves the inputs as they are.
                case Remedy.Failure failure ->
                    remediation.setDescription(failure.rule().title()).setDiagnostic(failure.message());
            }
            response.addRemediations(remediation.setProperties(changed));
        }
        return response.build();
    }

    private AnalyzeDiagnostic diagnostic(Finding finding) {
        return head(finding.rule())
                .setMessage(finding.message())
                .setEnforcementLevel(Protocol.level(finding.level()))
                .setUrn(finding.urn())
                .build();
    }

    private AnalyzeDiagnostic.Builder head(RuleInfo rule) {
        return AnalyzeDiagnostic.newBuilder()
                .setPolicyName(rule.id())
                .setPolicyPackName(pack.name())
                .setPolicyPackVersion(pack.version())
                .setDescription(rule.title())
                .setSeverity(Protocol.severity(rule.severity()));
    }

    private PolicyNotApplicable notApplicable(NotApplicable skipped) {
        String id = skipped.rule().id();
        PolicyNotApplicable ready = otherTypes.get(id);
        return ready != null && ready.getReason().equals(skipped.reason())
                ? ready
                : notApplicable(id, skipped.reason());
    }

    private static PolicyNotApplicable notApplicable(String rule, String reason) {
        return PolicyNotApplicable.newBuilder()
                .setPolicyName(rule)
                .setReason(reason)
                .build();
    }
}
