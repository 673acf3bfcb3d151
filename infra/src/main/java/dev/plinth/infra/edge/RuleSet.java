package dev.plinth.infra.edge;

import dev.plinth.infra.edge.FirewallSpec.Mode;

/** The parts of the firewall, each with a step on the ladder of its own. */
public enum RuleSet {
    /** Too many requests of one address. */
    RATE("rate", Mode.BLOCK),
    /** Bodies that are larger than any that the API takes. */
    BODY("body", Mode.BLOCK),
    /** Addresses that AWS has seen attacking. */
    IP_REPUTATION("ipReputation", Mode.BLOCK),
    /** Proxies, Tor and hosting providers. Other programs call an API from there, so it only counts. */
    ANONYMOUS_IP("anonymousIp", Mode.COUNT),
    /** What the OWASP Top 10 describes. */
    COMMON("common", Mode.BLOCK),
    /** Requests that exploit known holes, such as Log4j's. */
    KNOWN_BAD_INPUTS("knownBadInputs", Mode.BLOCK),
    SQL_INJECTION("sqlInjection", Mode.BLOCK);

    private final String setting;
    private final Mode usual;

    RuleSet(String setting, Mode usual) {
        this.setting = setting;
        this.usual = usual;
    }

    String setting() {
        return setting;
    }

    Mode usual() {
        return usual;
    }
}
