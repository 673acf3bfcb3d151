package dev.plinth.policy.analyzer;

import dev.plinth.policy.Control;
import dev.plinth.policy.EnforcementLevel;
import dev.plinth.policy.Finding;
import dev.plinth.policy.NotApplicable;
import dev.plinth.policy.PolicyPack;
import dev.plinth.policy.Rule;
import dev.plinth.policy.RuleInfo;
import dev.plinth.policy.Severity;
import dev.plinth.policy.StackRule;
import dev.plinth.policy.Verdict;
import pulumirpc.AnalyzerOuterClass.AnalyzeDiagnostic;
import pulumirpc.AnalyzerOuterClass.AnalyzeResponse;
import pulumirpc.AnalyzerOuterClass.AnalyzerInfo;
import pulumirpc.AnalyzerOuterClass.PolicyComplianceFramework;
import pulumirpc.AnalyzerOuterClass.PolicyInfo;
import pulumirpc.AnalyzerOuterClass.PolicyNotApplicable;
import pulumirpc.AnalyzerOuterClass.PolicySeverity;
import pulumirpc.AnalyzerOuterClass.PolicyType;

/** Writes what the engine is told. */
final class Answers {
    private final PolicyPack pack;

    Answers(PolicyPack pack) {
        this.pack = pack;
    }

    AnalyzerInfo info() {
        // No initialConfig: an entry there that sets only properties would turn a mandatory rule advisory.
        var info = AnalyzerInfo.newBuilder()
                .setName(pack.name())
                .setDisplayName(pack.name())
                .setDescription(pack.description())
                .setVersion(pack.version())
                .setSupportsConfig(true);
        pack.rules().forEach(rule -> info.addPolicies(policy(rule)));
        return info.build();
    }

    AnalyzeResponse verdict(Verdict verdict) {
        var response = AnalyzeResponse.newBuilder();
        verdict.findings().forEach(finding -> response.addDiagnostics(diagnostic(finding)));
        verdict.notApplicable().forEach(skipped -> response.addNotApplicable(notApplicable(skipped)));
        return response.build();
    }

    private AnalyzeDiagnostic diagnostic(Finding finding) {
        RuleInfo rule = finding.rule();
        return AnalyzeDiagnostic.newBuilder()
                .setPolicyName(rule.id())
                .setPolicyPackName(pack.name())
                .setPolicyPackVersion(pack.version())
                .setDescription(rule.title())
                .setMessage(finding.message())
                .setEnforcementLevel(level(finding.level()))
                .setSeverity(severity(rule.severity()))
                .setUrn(finding.urn())
                .build();
    }

    private static PolicyNotApplicable notApplicable(NotApplicable skipped) {
        return PolicyNotApplicable.newBuilder()
                .setPolicyName(skipped.rule().id())
                .setReason(skipped.reason())
                .build();
    }

    private static PolicyInfo policy(Rule rule) {
        RuleInfo info = rule.info();
        var policy = PolicyInfo.newBuilder()
                .setName(info.id())
                .setDisplayName(info.title())
                .setDescription(info.title())
                .setMessage(info.explanation().cure())
                .setRemediationSteps(info.explanation().cure())
                .setEnforcementLevel(level(info.level()))
                .setSeverity(severity(info.severity()))
                .setPolicyType(
                        rule instanceof StackRule ? PolicyType.POLICY_TYPE_STACK : PolicyType.POLICY_TYPE_RESOURCE);
        info.explanation().controls().forEach(control -> policy.addTags(control.toString()));
        // The protocol has room for one framework only; the tags name the others.
        info.explanation().controls().stream()
                .findFirst()
                .ifPresent(control -> policy.setFramework(framework(control)));
        return policy.build();
    }

    private static PolicyComplianceFramework framework(Control control) {
        return PolicyComplianceFramework.newBuilder()
                .setName(control.framework().name())
                .setVersion(control.framework().version())
                .setReference(control.framework().reference())
                .setSpecification(control.id())
                .build();
    }

    private static pulumirpc.AnalyzerOuterClass.EnforcementLevel level(EnforcementLevel level) {
        return switch (level) {
            case ADVISORY -> pulumirpc.AnalyzerOuterClass.EnforcementLevel.ADVISORY;
            case MANDATORY -> pulumirpc.AnalyzerOuterClass.EnforcementLevel.MANDATORY;
            case REMEDIATE -> pulumirpc.AnalyzerOuterClass.EnforcementLevel.REMEDIATE;
            case DISABLED -> pulumirpc.AnalyzerOuterClass.EnforcementLevel.DISABLED;
        };
    }

    static EnforcementLevel level(pulumirpc.AnalyzerOuterClass.EnforcementLevel level) {
        return switch (level) {
            case ADVISORY -> EnforcementLevel.ADVISORY;
            case MANDATORY -> EnforcementLevel.MANDATORY;
            case REMEDIATE -> EnforcementLevel.REMEDIATE;
            case DISABLED -> EnforcementLevel.DISABLED;
            // A level of a later protocol: nothing slips through that this rule would have stopped.
            case UNRECOGNIZED -> EnforcementLevel.MANDATORY;
        };
    }

    private static PolicySeverity severity(Severity severity) {
        return switch (severity) {
            case LOW -> PolicySeverity.POLICY_SEVERITY_LOW;
            case MEDIUM -> PolicySeverity.POLICY_SEVERITY_MEDIUM;
            case HIGH -> PolicySeverity.POLICY_SEVERITY_HIGH;
            case CRITICAL -> PolicySeverity.POLICY_SEVERITY_CRITICAL;
        };
    }
}
