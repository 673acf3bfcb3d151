package dev.plinth.infra.notices;

/**
 * Something that people are told about: a metric that stays beyond a limit.
 *
 * @param name what it is called within its component, such as {@code cpu}
 * @param description what is wrong and what it leads to, for whoever is woken by it
 */
public record Alarm(String name, String description, Metric metric, Condition condition) {}
