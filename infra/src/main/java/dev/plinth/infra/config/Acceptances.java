package dev.plinth.infra.config;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** The reasons for which a stack gives up a safeguard: {@code plinth:accept} maps the setting's path to the reason. */
final class Acceptances {
    private static final String KEY = "accept";
    private static final Shape<String> REASON = Shape.matching(
            "(?s).{15,}", "a reason of at least 15 characters", "This stack holds no data that anybody would miss.");

    private final Configuration configuration;
    private final Map<String, String> reasons;
    private final Set<String> needed = new HashSet<>();
    private final Set<String> askedFor = new HashSet<>();

    Acceptances(Configuration configuration, Section root) {
        this.configuration = configuration;
        this.reasons = root.entries(KEY, REASON);
    }

    /** An unsafe value stands only with a reason. */
    void require(String path, boolean unsafe, String risk, String found) {
        var setting = path.substring("plinth:".length());
        askedFor.add(setting);
        if (!unsafe) {
            return;
        }
        needed.add(setting);
        if (!reasons.containsKey(setting)) {
            configuration.report(new Problem(
                    path,
                    "the safe value, or a reason to do without",
                    "%s, which means: %s".formatted(found, risk),
                    "leave the setting out, or write into Pulumi.%s.yaml under plinth:accept:  %s: <your reason>"
                            .formatted(configuration.stack(), setting)));
        }
    }

    void reportNeedless() {
        reasons.keySet().stream()
                .filter(setting -> !needed.contains(setting))
                .sorted()
                .forEach(setting -> configuration.report(new Problem(
                        "plinth:" + KEY + "." + setting,
                        "the path of a setting that has an unsafe value in this stack",
                        Suggestion.nearest(setting, askedFor)
                                .filter(name -> !name.equals(setting))
                                .map(name -> "%s; did you mean %s?".formatted(setting, name))
                                .orElse(setting + ", which is safe or is no setting"),
                        "remove the line")));
    }
}
