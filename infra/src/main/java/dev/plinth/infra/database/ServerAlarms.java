package dev.plinth.infra.database;

import com.pulumi.core.Output;
import dev.plinth.infra.notices.Alarm;
import dev.plinth.infra.notices.Condition;
import dev.plinth.infra.notices.Condition.Window;
import dev.plinth.infra.notices.Metric;
import dev.plinth.infra.notices.Statistic;
import java.util.ArrayList;
import java.util.List;

/**
 * What people are told about one server. Limits without another source are those of
 * cloudposse/terraform-aws-rds-cloudwatch-sns-alarms; what depends on the server's size follows it.
 */
final class ServerAlarms {
    private static final Window QUARTER_HOUR = Window.fiveMinutes(3, 3);
    private static final double CPU_PERCENT = 80;
    private static final double QUEUED_REQUESTS = 64;
    private static final double SWAP_BYTES = 256 * 1024 * 1024;
    private static final double CREDITS = 20;
    private static final double BURST_PERCENT = 20;

    /** A twentieth of the memory, but never less than cloudposse's 64 MiB. */
    private static final double FREE_MEMORY_SHARE = 0.05;

    private static final double FREE_MEMORY_BYTES_MIN = 64 * 1024 * 1024;

    /** RDS adds storage below a tenth; at half of that it does not come, or not fast enough. */
    private static final double FREE_STORAGE_SHARE = 0.05;

    private static final double FREE_STORAGE_BYTES_MIN = 2.0 * InstanceMemory.GIB;

    /** RDS's max_connections: docs.aws.amazon.com/AmazonRDS/latest/UserGuide/CHAP_Limits.html. */
    private static final double BYTES_A_CONNECTION = 9_531_392;

    private static final double CONNECTIONS_MAX = 5000;
    private static final double CONNECTIONS_SHARE = 0.75;

    /** What gp3 promises is single-digit milliseconds. */
    private static final double LATENCY_SECONDS = 0.02;

    private final String prefix;
    private final DatabaseSize size;
    private final Output<String> identifier;

    private ServerAlarms(String prefix, DatabaseSize size, Output<String> identifier) {
        this.prefix = prefix;
        this.size = size;
        this.identifier = identifier;
    }

    /** Of the primary; with replicas it keeps what they have not read yet. */
    static List<Alarm> ofPrimary(DatabaseSize size, Output<String> identifier) {
        return new ServerAlarms("primary", size, identifier).primary();
    }

    static List<Alarm> ofReplica(int number, DatabaseSize size, Output<String> identifier) {
        return new ServerAlarms("replica-" + number, size, identifier).replica();
    }

    private List<Alarm> primary() {
        var alarms = common();
        // Where AWS says to begin: aws.amazon.com/blogs/database, "early warning system for transaction ID wraparound".
        alarms.add(alarm(
                "transaction-ids",
                "Vacuum does not keep up: at two thousand million used transaction ids PostgreSQL stops taking writes.",
                metric("MaximumUsedTransactionIDs").by(Statistic.MAXIMUM),
                Condition.above(1e9, QUARTER_HOUR)));
        alarms.add(alarm(
                "slot-lag",
                "A replica or another reader of the log does not keep up, and what it has not read fills the storage.",
                metric("OldestReplicationSlotLag").by(Statistic.MAXIMUM),
                Condition.above(storageBytes(0.1), QUARTER_HOUR)));
        return List.copyOf(alarms);
    }

    private List<Alarm> replica() {
        var alarms = common();
        // A question may hold it up for two minutes, see Parameters; more is a replica that does not keep up.
        alarms.add(alarm(
                "lag",
                "The replica is minutes behind: readers see old data, and as a successor it would lack the newest.",
                metric("ReplicaLag").by(Statistic.MAXIMUM),
                Condition.above(300, QUARTER_HOUR)));
        return List.copyOf(alarms);
    }

    private List<Alarm> common() {
        var alarms = new ArrayList<Alarm>();
        alarms.addAll(onProcessor());
        alarms.addAll(onMemory());
        alarms.addAll(onStorage());
        return alarms;
    }

    private List<Alarm> onProcessor() {
        var busy = alarm(
                "cpu",
                "The processors are busy nearly all the time. Look for the statements in Database Insights.",
                metric("CPUUtilization"),
                Condition.above(CPU_PERCENT, QUARTER_HOUR));
        var credits = alarm(
                "credits",
                "The saved processor time is nearly used up: from then on every second costs. Take another class.",
                metric("CPUCreditBalance").by(Statistic.MINIMUM),
                Condition.below(CREDITS, QUARTER_HOUR));
        return size.isBurstable() ? List.of(busy, credits) : List.of(busy);
    }

    private List<Alarm> onMemory() {
        double memory = InstanceMemory.bytes(size.instanceClass());
        double connections = Math.min(CONNECTIONS_MAX, memory / BYTES_A_CONNECTION);
        return List.of(
                alarm(
                        "memory",
                        "Memory is nearly used up: the server may be restarted for it. Take a larger class.",
                        metric("FreeableMemory"),
                        Condition.below(Math.max(FREE_MEMORY_BYTES_MIN, memory * FREE_MEMORY_SHARE), QUARTER_HOUR)),
                alarm(
                        "swap",
                        "The server uses its disk as memory, which makes everything slow. Take a larger class.",
                        metric("SwapUsage"),
                        Condition.above(SWAP_BYTES, QUARTER_HOUR)),
                alarm(
                        "connections",
                        "Most of the connections that the server takes are open; soon clients are refused.",
                        metric("DatabaseConnections").by(Statistic.MAXIMUM),
                        Condition.above(Math.floor(connections * CONNECTIONS_SHARE), QUARTER_HOUR)));
    }

    private List<Alarm> onStorage() {
        return List.of(
                alarm(
                        "storage",
                        "Storage is nearly full and does not grow any more; a full server stops. Raise storageGibMax.",
                        metric("FreeStorageSpace").by(Statistic.MINIMUM),
                        Condition.below(
                                Math.max(FREE_STORAGE_BYTES_MIN, storageBytes(FREE_STORAGE_SHARE)),
                                Window.fiveMinutes(1, 1))),
                alarm(
                        "disk-queue",
                        "Reads and writes wait in line for the storage.",
                        metric("DiskQueueDepth"),
                        Condition.above(QUEUED_REQUESTS, QUARTER_HOUR)),
                slow("read-latency", "ReadLatency"),
                slow("write-latency", "WriteLatency"),
                tired("storage-requests", "EBSIOBalance%"),
                tired("storage-bytes", "EBSByteBalance%"));
    }

    private Alarm slow(String name, String metric) {
        return alarm(
                name,
                "The storage answers slowly, and with it every statement that is not served from memory.",
                metric(metric),
                Condition.above(LATENCY_SECONDS, QUARTER_HOUR));
    }

    private Alarm tired(String name, String metric) {
        return alarm(
                name,
                "The class lends more speed to the storage than it has for long, and the loan is nearly used up.",
                metric(metric).by(Statistic.MINIMUM),
                Condition.below(BURST_PERCENT, QUARTER_HOUR));
    }

    private double storageBytes(double share) {
        return Math.floor(size.storageGib() * share * InstanceMemory.GIB);
    }

    private Metric metric(String name) {
        return Metric.of("AWS/RDS", name, "DBInstanceIdentifier", identifier);
    }

    private Alarm alarm(String name, String description, Metric metric, Condition condition) {
        return new Alarm(prefix + "-" + name, description, metric, condition);
    }
}
