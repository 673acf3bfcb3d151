package dev.plinth.sandbox.proxy;

import java.util.List;

/** An action for the requests that meet all conditions; the rule with the lowest priority number is asked first. */
public record Rule(int priority, List<Condition> conditions, Action action) {}
