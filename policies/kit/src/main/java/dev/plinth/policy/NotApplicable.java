package dev.plinth.policy;

/** A rule that had nothing to judge, and why. */
public record NotApplicable(RuleInfo rule, String reason) {}
