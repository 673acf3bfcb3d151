package dev.plinth.policies.security.audit;

import dev.plinth.policy.Rule;
import java.util.List;

/** The rules about what is recorded, watched and told, by name. */
public final class AuditRules {
    private AuditRules() {}

    /** All of them. */
    public static List<Rule> all() {
        return List.of(
                new AlarmHasAction(),
                new CloudtrailBucketPrivate(),
                new CloudtrailComplete(),
                new CloudtrailKmsAndLogs(),
                new CloudtrailValidation(),
                new ConfigRecorderComplete(),
                new GuarddutyEnabled(),
                new LogGroupKey(),
                new LogGroupRetention(),
                new NoIgnoredSecurityProps(),
                new SnsPolicyNotPublic(),
                new SnsTopicEncrypted());
    }
}
