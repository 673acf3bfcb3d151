package dev.plinth.policy.analyzer;

import dev.plinth.policy.Control;
import dev.plinth.policy.KitRules;
import dev.plinth.policy.PolicyPack;
import dev.plinth.policy.Rule;
import dev.plinth.policy.RuleConfig;
import dev.plinth.policy.RuleInfo;
import dev.plinth.policy.StackRule;
import pulumirpc.AnalyzerOuterClass.AnalyzerInfo;
import pulumirpc.AnalyzerOuterClass.PolicyComplianceFramework;
import pulumirpc.AnalyzerOuterClass.PolicyConfigSchema;
import pulumirpc.AnalyzerOuterClass.PolicyInfo;
import pulumirpc.AnalyzerOuterClass.PolicyType;

/** What the engine is told of a pack before anything is judged. */
final class Introduction {
    private Introduction() {}

    static AnalyzerInfo of(PolicyPack pack) {
        // No initialConfig: an entry there that sets only properties would turn a mandatory rule advisory.
        var info = AnalyzerInfo.newBuilder()
                .setName(pack.name())
                .setDisplayName(pack.name())
                .setDescription(pack.description())
                .setVersion(pack.version())
                .setSupportsConfig(true);
        KitRules.with(pack).forEach(rule -> info.addPolicies(policy(rule)));
        return info.build();
    }

    private static PolicyInfo policy(Rule rule) {
        RuleInfo info = rule.info();
        var policy = PolicyInfo.newBuilder()
                .setName(info.id())
                .setDisplayName(info.title())
                .setDescription(info.title())
                .setMessage(info.explanation().cure())
                .setRemediationSteps(info.explanation().cure())
                .setEnforcementLevel(Protocol.level(info.level()))
                .setSeverity(Protocol.severity(info.severity()))
                .setPolicyType(
                        rule instanceof StackRule ? PolicyType.POLICY_TYPE_STACK : PolicyType.POLICY_TYPE_RESOURCE);
        info.explanation().controls().forEach(control -> policy.addTags(control.toString()));
        // The protocol has room for one framework only; the tags name the others.
        info.explanation().controls().stream()
                .findFirst()
                .ifPresent(control -> policy.setFramework(framework(control)));
        info.config().ifPresent(config -> policy.setConfigSchema(schema(config)));
        return policy.build();
    }

    private static PolicyConfigSchema schema(RuleConfig<?> config) {
        // Nothing is required: what the user does not set has a default.
        return PolicyConfigSchema.newBuilder()
                .setProperties(Structs.of(config.schema()))
                .build();
    }

    private static PolicyComplianceFramework framework(Control control) {
        return PolicyComplianceFramework.newBuilder()
                .setName(control.framework().name())
                .setVersion(control.framework().version())
                .setReference(control.framework().reference())
                .setSpecification(control.id())
                .build();
    }
}
