package dev.plinth.bench;

import dev.plinth.policies.backup.BackupPack;
import dev.plinth.policies.security.SecurityPack;
import dev.plinth.policy.PolicyPack;
import dev.plinth.policy.PolicyPackException;
import dev.plinth.policy.Rule;
import dev.plinth.policy.analyzer.PolicyServer;
import java.util.List;
import java.util.stream.Stream;

/** The rules that bench/policies-typescript has in TypeScript. */
public final class TenRulesPack {
    private static final List<String> IDS = List.of(
            "rds-backup-retention",
            "rds-final-snapshot",
            "rds-storage-encrypted",
            "rds-no-public-access",
            "redis-snapshots",
            "kms-rotation",
            "ecr-immutable-tags",
            "cloudfront-https-only",
            "alb-drop-invalid-headers",
            "instance-imdsv2");

    private TenRulesPack() {}

    /** Serves the rules; makes those of both packs first, so its start is rather too long than too short. */
    public static void main(String[] args) {
        PolicyServer.serve(args, TenRulesPack::pack);
    }

    static PolicyPack pack() {
        List<Rule> rules = Stream.of(SecurityPack.pack(), BackupPack.pack())
                .flatMap(pack -> pack.rules().stream())
                .filter(rule -> IDS.contains(rule.info().id()))
                .toList();
        if (rules.size() != IDS.size()) {
            throw new PolicyPackException("found %d of the rules %s".formatted(rules.size(), String.join(", ", IDS)));
        }
        return new PolicyPack("plinth-ten-rules-java", "0.1.0", "Ten rules in Java", rules);
    }
}
