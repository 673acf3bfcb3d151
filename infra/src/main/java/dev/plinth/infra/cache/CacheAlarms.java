package dev.plinth.infra.cache;

import com.pulumi.core.Output;
import dev.plinth.infra.notices.Alarm;
import dev.plinth.infra.notices.Condition;
import dev.plinth.infra.notices.Condition.Window;
import dev.plinth.infra.notices.Metric;
import dev.plinth.infra.notices.Statistic;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What people are told about each node of a replication group. Metrics and most limits are those that AWS says to watch:
 * docs.aws.amazon.com/AmazonElastiCache/latest/dg/CacheMetrics.WhichShouldIMonitor.html.
 */
final class CacheAlarms {
    private static final Window QUARTER_HOUR = Window.fiveMinutes(3, 3);
    /** Redis computes in one thread, which this is the share of. */
    private static final double ENGINE_CPU_PERCENT = 80;
    /** A quarter is AWS's own reserve for snapshots and failovers; this is a share of what is left to data. */
    private static final double MEMORY_PERCENT = 80;
    /** AWS: more than this, and the node uses its disk as memory. */
    private static final double SWAP_BYTES = 50 * 1024 * 1024;
    /** The smallest nodes take 20,000, all others 65,000. */
    private static final double CONNECTIONS = 10_000;

    private static final double REPLICATION_LAG_SECONDS = 30;
    /** A few are people who mistype; a client with a wrong token tries all the time. */
    private static final double REFUSED_LOGINS = 5;
    /** As cloudposse/terraform-aws-rds-cloudwatch-sns-alarms: some minutes before there are none left. */
    private static final double CREDITS = 20;

    private CacheAlarms() {}

    static List<Alarm> of(CacheSpec spec, Output<String> groupId) {
        return IntStream.rangeClosed(1, spec.nodes())
                .boxed()
                .flatMap(node -> node(spec, node, groupId))
                .toList();
    }

    private static Stream<Alarm> node(CacheSpec spec, int number, Output<String> groupId) {
        var node = new Node(number, groupId.applyValue(id -> "%s-%03d".formatted(id, number)));
        var alarms = new ArrayList<>(List.of(
                node.alarm(
                        "cpu",
                        "Redis is busy nearly all the time, so answers wait in line. Look for slow commands in the slow"
                                + " log, or take larger nodes.",
                        node.metric("EngineCPUUtilization"),
                        Condition.above(ENGINE_CPU_PERCENT, QUARTER_HOUR)),
                node.alarm(
                        "swap",
                        "The node uses its disk as memory, which makes every answer slow. Take larger nodes.",
                        node.metric("SwapUsage"),
                        Condition.above(SWAP_BYTES, QUARTER_HOUR)),
                node.alarm(
                        "connections",
                        "Somebody opens connections and does not close them; soon nobody gets one any more.",
                        node.metric("CurrConnections"),
                        Condition.above(CONNECTIONS, QUARTER_HOUR)),
                node.alarm(
                        "refused-logins",
                        "Somebody shows a wrong token again and again: a client that missed a rotation, or an intruder.",
                        node.metric("AuthenticationFailures").by(Statistic.SUM),
                        Condition.atLeast(REFUSED_LOGINS, Window.fiveMinutes(1, 1)))));
        alarms.addAll(onMemory(spec, node));
        if (spec.failsOver()) {
            alarms.add(node.alarm(
                    "replication-lag",
                    "The replica is far behind: what is younger is lost when the primary fails.",
                    node.metric("ReplicationLag").by(Statistic.MAXIMUM),
                    Condition.above(REPLICATION_LAG_SECONDS, QUARTER_HOUR)));
        }
        if (spec.isBurstable()) {
            alarms.add(node.alarm(
                    "credits",
                    "The node has nearly used up its saved processor time and will slow down. Take another class.",
                    node.metric("CPUCreditBalance").by(Statistic.MINIMUM),
                    Condition.below(CREDITS, QUARTER_HOUR)));
        }
        return alarms.stream();
    }

    private static List<Alarm> onMemory(CacheSpec spec, Node node) {
        if (!spec.use().minds()) {
            return List.of();
        }
        return List.of(
                node.alarm(
                        "memory",
                        "Memory is nearly full. Then sessions are thrown out or writes are refused. Take larger nodes.",
                        node.metric("DatabaseMemoryUsagePercentage").by(Statistic.MAXIMUM),
                        Condition.above(MEMORY_PERCENT, QUARTER_HOUR)),
                node.alarm(
                        "evictions",
                        "Memory is full: Redis throws out what was to live longer, sessions among it.",
                        node.metric("Evictions").by(Statistic.SUM),
                        Condition.atLeast(1, Window.fiveMinutes(1, 1))));
    }

    /** One node of a group; ElastiCache numbers them. */
    private record Node(int number, Output<String> id) {
        Metric metric(String name) {
            return Metric.of("AWS/ElastiCache", name, "CacheClusterId", id);
        }

        Alarm alarm(String name, String description, Metric metric, Condition condition) {
            return new Alarm("node-%d-%s".formatted(number, name), description, metric, condition);
        }
    }
}
