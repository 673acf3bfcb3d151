package dev.plinth.policy.analyzer;

import dev.plinth.policy.EnforcementLevel;
import dev.plinth.policy.Severity;
import pulumirpc.AnalyzerOuterClass.PolicySeverity;

/** The kit's words in those of the protocol. */
final class Protocol {
    private Protocol() {}

    static pulumirpc.AnalyzerOuterClass.EnforcementLevel level(EnforcementLevel level) {
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

    static PolicySeverity severity(Severity severity) {
        return switch (severity) {
            case LOW -> PolicySeverity.POLICY_SEVERITY_LOW;
            case MEDIUM -> PolicySeverity.POLICY_SEVERITY_MEDIUM;
            case HIGH -> PolicySeverity.POLICY_SEVERITY_HIGH;
            case CRITICAL -> PolicySeverity.POLICY_SEVERITY_CRITICAL;
        };
    }
}
