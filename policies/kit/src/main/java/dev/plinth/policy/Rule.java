package dev.plinth.policy;

/** One thing that a deployment has to keep; stateless, because resources are judged in parallel. */
public sealed interface Rule permits ResourceRule, StackRule {
    RuleInfo info();
}
