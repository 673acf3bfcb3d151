package dev.plinth.checks;

import java.util.List;

/** The settings that configurations are drawn from; those of a single run (release, site) are not among them. */
final class Settings {
    /** What stands on its own above the groups. */
    static final String HEAD = """
            config:
              plinth:region: eu-central-1
              plinth:recoveryRegion: eu-west-1
              plinth:account: "111122223333"
            """;

    private static final List<String> SWITCH = List.of("true", "false");
    private static final List<String> NO_SWITCH = List.of("\"perhaps\"", "1");
    private static final List<String> NO_NUMBER = List.of("-1", "\"many\"", "1.5", "[]");
    private static final List<String> NO_NAME = List.of("\"nothing\"", "true", "{}");
    private static final List<String> BLOCK = List.of("\"block\"");

    static final List<Setting> ALL = List.of(
            Setting.required(
                    "network.cidr",
                    List.of("\"10.20.0.0/16\"", "\"172.16.0.0/18\"", "\"192.168.0.0/20\""),
                    List.of("\"8.8.8.0/16\"", "\"10.20.0.0/24\"", "\"ten\"")),
            Setting.required(
                    "network.zones",
                    List.of("[\"a\",\"b\"]", "[\"a\",\"b\",\"c\"]", "[\"b\",\"c\",\"d\"]"),
                    List.of("[\"a\"]", "[\"a\",\"a\"]", "[\"z\",\"a\"]")),
            Setting.of("network.natGateways", List.of("\"none\"", "\"one\"", "\"perZone\""), NO_NAME),
            Setting.of("network.interfaceEndpoints", List.of("true"), NO_SWITCH),
            Setting.of("keys.rotationDays", List.of("90", "365", "2560"), NO_NUMBER),
            Setting.of("keys.recoveryDays", List.of("7", "30"), NO_NUMBER),
            Setting.of("logs.retentionDays", List.of("\"90\"", "\"400\""), List.of("\"30\"", "365")),
            Setting.of(
                    "notices.emails",
                    List.of("[\"ops@example.com\"]", "[\"a@example.com\",\"b@example.com\"]"),
                    List.of("[\"nobody\"]", "\"ops@example.com\"")),
            Setting.safeguard("audit.enabled"),
            Setting.of("database.version", List.of("\"18\""), List.of("\"17\"", "18")),
            Setting.required(
                    "database.instanceClass",
                    List.of("\"db.t4g.medium\"", "\"db.m7g.large\"", "\"db.r7g.xlarge\""),
                    List.of("\"m7g.large\"", "7")),
            Setting.of("database.storageGib", List.of("20", "50"), NO_NUMBER),
            Setting.of("database.storageGibMax", List.of("100", "1000"), NO_NUMBER),
            Setting.of("database.replicas", List.of("0", "1", "3"), NO_NUMBER),
            Setting.safeguard("database.standby"),
            Setting.of("database.publiclyAccessible", SWITCH, NO_SWITCH),
            Setting.of("database.rotationDays", List.of("1", "90"), NO_NUMBER),
            Setting.of("database.backupDays", List.of("0", "7", "35"), NO_NUMBER),
            Setting.safeguard("database.deletionProtection"),
            Setting.of("database.backupWindow", List.of("\"01:00-02:00\""), List.of("\"25:00-26:00\"", "2")),
            Setting.of("database.maintenanceWindow", List.of("\"sat:20:00-sat:21:00\""), List.of("\"someday\"", "2")),
            Setting.required(
                    "cache.nodeType",
                    List.of("\"cache.t4g.small\"", "\"cache.m7g.large\""),
                    List.of("\"m7g.large\"", "7")),
            Setting.of("cache.nodes", List.of("2", "3", "6"), NO_NUMBER).withUnsafe("1"),
            Setting.of("cache.use", List.of("\"cache\"", "\"sessions\"", "\"mixed\""), NO_NAME),
            Setting.of("cache.snapshotDays", List.of("1", "35"), NO_NUMBER),
            Setting.of("cluster.version", List.of("\"1.34\"", "\"1.36\""), List.of("\"1.20\"", "1.35")),
            Setting.of("cluster.publicCidrs", List.of("[]"), List.of("[\"0.0.0.0/0\"]", "\"anybody\""))
                    .withUnsafe("[\"203.0.113.0/24\"]"),
            Setting.of(
                    "cluster.administrators",
                    List.of("[\"arn:aws:iam::111122223333:role/admin\"]"),
                    List.of("[\"admin\"]", "\"admin\"")),
            Setting.of(
                    "cluster.nodes.instanceType", List.of("\"t3.large\"", "\"m7i.large\""), List.of("\"large\"", "3")),
            Setting.of("cluster.nodes.max", List.of("3", "9"), NO_NUMBER),
            Setting.of("cluster.nodes.capacity", List.of("\"onDemand\"", "\"spot\""), NO_NAME),
            Setting.required(
                    "edge.domain",
                    List.of("\"localhost\"", "\"metrics.example.com\""),
                    List.of("\"https://example.com\"", "\"EXAMPLE\"")),
            Setting.of("edge.priceClass", List.of("\"all\"", "\"most\"", "\"cheapest\""), NO_NAME),
            Setting.of("edge.countries", List.of("[\"DE\",\"FR\"]"), List.of("[\"Germany\"]", "\"DE\"")),
            Setting.of("edge.waf.apiPerMinute", List.of("10", "6000"), NO_NUMBER),
            Setting.of("edge.waf.mode.rate", BLOCK, NO_NAME).withUnsafe("\"count\""),
            Setting.of("edge.waf.mode.common", BLOCK, NO_NAME).withUnsafe("\"count\""),
            Setting.of("edge.waf.mode.anonymousIp", List.of("\"block\"", "\"count\""), NO_NAME),
            Setting.safeguard("edge.deletionProtection"),
            Setting.of("app.registry", List.of("\"local\"", "\"ecr\""), NO_NAME),
            Setting.of("app.replicas", List.of("1", "3"), NO_NUMBER),
            Setting.of("app.cpu", List.of("\"500m\"", "\"2\""), List.of("\"much\"", "2")),
            Setting.of("app.memory", List.of("\"1Gi\"", "\"512Mi\""), List.of("\"much\"", "2")),
            Setting.of("backup.startTime", List.of("\"06:00\"", "\"23:45\""), List.of("\"6\"", "6")),
            Setting.of("backup.dailyDays", List.of("7", "40"), NO_NUMBER),
            Setting.of("backup.weeklyDays", List.of("90", "180"), NO_NUMBER),
            Setting.of("backup.monthlyDays", List.of("365", "2555"), NO_NUMBER),
            Setting.of("backup.lock", List.of("\"governance\"", "\"compliance\""), NO_NAME),
            Setting.of("delivery.repository", List.of("\"example/plinth\""), List.of("\"plinth\"", "1")),
            Setting.of("delivery.ownsProvider", SWITCH, NO_SWITCH));

    private Settings() {}
}
