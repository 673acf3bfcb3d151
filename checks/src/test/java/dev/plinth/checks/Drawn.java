package dev.plinth.checks;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A configuration drawn at random: the same seed always draws the same one.
 *
 * @param values JSON by the path of its setting
 * @param corrupted the paths whose values never stand
 */
record Drawn(Map<String, String> values, List<String> corrupted) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final double SHARE_SET = 0.4;

    /** What the packs find where a setting has this value. */
    private static final Map<String, String> RULES = Map.ofEntries(
            Map.entry("app.replicas=1", "k8s-hpa-min"),
            Map.entry("backup.dailyDays=7", "backup-plan-retention"),
            Map.entry("cache.nodes=1", "redis-failover"),
            Map.entry("cache.snapshotDays=1", "redis-snapshots"),
            Map.entry("database.backupDays=0", "rds-backup-retention"),
            Map.entry("database.deletionProtection=false", "rds-deletion-protection"),
            Map.entry("database.publiclyAccessible=true", "rds-no-public-access"),
            Map.entry("database.replicas=0", "rds-replica-for-tier"),
            Map.entry("database.standby=false", "rds-multi-az"),
            Map.entry("edge.deletionProtection=false", "alb-resilience"),
            // A domain of this machine has no certificate of its own.
            Map.entry("edge.domain=\"localhost\"", "cloudfront-tls"),
            Map.entry("keys.recoveryDays=7", "kms-deletion-window"),
            Map.entry("logs.retentionDays=\"90\"", "log-group-retention"));

    /** Every value stands, some of them with a reason. */
    static Drawn good(long seed) {
        return new Drawn(draw(new Random(seed)), List.of());
    }

    /** One or two values are such that they never stand. */
    static Drawn corrupted(long seed) {
        var random = new Random(seed);
        var values = draw(random);
        var corrupted = new ArrayList<String>();
        int count = 1 + random.nextInt(2);
        while (corrupted.size() < count) {
            var setting = one(random, Settings.ALL);
            if (!corrupted.contains(setting.path())) {
                values.put(setting.path(), one(random, setting.bad()));
                corrupted.add(setting.path());
            }
        }
        return new Drawn(values, List.copyOf(corrupted));
    }

    /** The text of a stack file, with a reason for everything that needs one. */
    String yaml() {
        try {
            var config = JSON.createObjectNode();
            for (var value : values.entrySet()) {
                var steps = value.getKey().split("\\.", -1);
                ObjectNode group = config;
                for (int depth = 0; depth < steps.length - 1; depth++) {
                    group = group.withObjectProperty(steps[depth]);
                }
                group.set(steps[steps.length - 1], JSON.readTree(value.getValue()));
            }
            reasons()
                    .forEach(path ->
                            config.withObjectProperty("accept").put(path, "Drawn at random: nobody lives here."));
            var yaml = new StringBuilder(Settings.HEAD);
            config.properties()
                    .forEach(group -> yaml.append("  plinth:%s: %s%n".formatted(group.getKey(), group.getValue())));
            return yaml.toString();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a value of the catalogue is no JSON", e);
        }
    }

    /** The rules that the packs may name, because the configuration itself asks for what they forbid. */
    Set<String> askedFor() {
        var rules = new TreeSet<String>();
        RULES.forEach((setting, rule) -> {
            var path = setting.substring(0, setting.indexOf('='));
            if (setting.equals(path + "=" + values.get(path))) {
                rules.add(rule);
            }
        });
        return rules;
    }

    private List<String> reasons() {
        return Settings.ALL.stream()
                .filter(setting -> setting.unsafe().contains(values.getOrDefault(setting.path(), "")))
                .map(Setting::path)
                .toList();
    }

    private static Map<String, String> draw(Random random) {
        var values = new TreeMap<String, String>();
        for (var setting : Settings.ALL) {
            if (setting.isRequired() || random.nextDouble() < SHARE_SET) {
                var all = new ArrayList<>(setting.good());
                all.addAll(setting.unsafe());
                values.put(setting.path(), one(random, all));
            }
        }
        return values;
    }

    private static <T> T one(Random random, List<T> several) {
        return several.get(random.nextInt(several.size()));
    }
}
