package dev.plinth.policy.docs;

import dev.plinth.policy.EnforcementLevel;
import dev.plinth.policy.RuleInfo;
import java.util.List;

/** What a user writes into a pack's configuration, ready to be copied. */
final class Snippets {
    private Snippets() {}

    /** The rule's level and, where there is something to set, all of it with its defaults. */
    static String configuration(RuleInfo info, List<Setting> settings) {
        EnforcementLevel level = info.level() == EnforcementLevel.DISABLED ? EnforcementLevel.MANDATORY : info.level();
        if (settings.isEmpty()) {
            return "{\"%s\": \"%s\"}".formatted(info.id(), RulePage.name(level));
        }
        var lines = new StringBuilder("{\n  \"%s\": {\n".formatted(info.id()));
        lines.append("    \"enforcementLevel\": \"%s\"".formatted(RulePage.name(level)));
        settings.forEach(setting -> lines.append(",\n    \"%s\": %s".formatted(setting.name(), setting.initial())));
        return lines.append("\n  }\n}").toString();
    }

    /** An exemption for one resource, with its parts to be filled in. */
    static String exemption(RuleInfo info) {
        String type = info.types().tokens().stream().findFirst().orElse("TYPE");
        return """
                {
                  "exemptions": {
                    "list": [
                      {
                        "rule": "%s",
                        "resource": "%s::NAME",
                        "reason": "WHY IT NEED NOT BE KEPT THERE",
                        "owner": "WHO WILL END IT",
                        "expires": "2027-01-31"
                      }
                    ]
                  }
                }""".formatted(info.id(), type);
    }
}
