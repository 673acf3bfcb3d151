package dev.plinth.infra.edge;

import dev.plinth.infra.config.Section;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * How much one client may ask for, and what the firewall does with what it recognizes.
 *
 * @param apiPerMinute requests of one address to the API
 * @param sitePerMinute requests of one address to everything else
 */
public record FirewallSpec(int apiPerMinute, int sitePerMinute, Map<RuleSet, Mode> modes) {
    /** AWS WAF takes no lower limit. */
    private static final int LIMIT_MIN = 10;

    private static final int LIMIT_MAX = 2_000_000;
    /** 100 requests a second. */
    private static final int API_DEFAULT = 6_000;
    /** 50 requests a second. */
    private static final int SITE_DEFAULT = 3_000;

    /** What happens to a request that a rule fits. */
    public enum Mode {
        /** It is let through, and seen in metrics and logs. */
        COUNT,
        BLOCK
    }

    public FirewallSpec {
        modes = Map.copyOf(modes);
    }

    static FirewallSpec read(Section settings) {
        var modes = settings.section("mode");
        return new FirewallSpec(
                settings.integer("apiPerMinute", LIMIT_MIN, LIMIT_MAX, API_DEFAULT),
                settings.integer("sitePerMinute", LIMIT_MIN, LIMIT_MAX, SITE_DEFAULT),
                Arrays.stream(RuleSet.values()).collect(Collectors.toMap(rules -> rules, rules -> mode(rules, modes))));
    }

    Mode mode(RuleSet rules) {
        return modes.getOrDefault(rules, rules.usual());
    }

    /** The ladder: count, read what was counted, block. Standing on a lower step than usual needs a reason. */
    private static Mode mode(RuleSet rules, Section settings) {
        var mode = settings.choice(rules.setting(), Mode.class, rules.usual());
        settings.needsReason(
                rules.setting(), mode == Mode.COUNT && rules.usual() == Mode.BLOCK, "what it recognizes gets through");
        return mode;
    }
}
