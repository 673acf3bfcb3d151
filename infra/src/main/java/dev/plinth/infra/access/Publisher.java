package dev.plinth.infra.access;

import java.util.List;

/**
 * A service of AWS that tells of events through a topic.
 *
 * @param domain the name that it calls by
 * @param namesAccount whether it says for which account it acts; EventBridge does not
 */
public record Publisher(String domain, boolean namesAccount) {

    public static final List<Publisher> ALL = List.of(
            new Publisher("backup.amazonaws.com", true),
            new Publisher("budgets.amazonaws.com", true),
            new Publisher("cloudwatch.amazonaws.com", true),
            new Publisher("elasticache.amazonaws.com", true),
            new Publisher("events.amazonaws.com", false),
            new Publisher("events.rds.amazonaws.com", true));

    public Principal principal() {
        return Principal.service(domain);
    }
}
