package dev.plinth.policy.docs;

import dev.plinth.policy.RuleInfo;
import java.util.List;

/**
 * A value of a rule's configuration, as people read of it.
 *
 * @param initial the default, in JSON
 */
record Setting(String name, String type, String initial, String range, String meaning) {
    static List<Setting> of(RuleInfo info) {
        return List.of();
    }
}
