package dev.plinth.infra.database;

import com.pulumi.core.Output;
import dev.plinth.infra.notices.Alarm;
import dev.plinth.infra.notices.Condition;
import dev.plinth.infra.notices.Condition.Window;
import dev.plinth.infra.notices.Metric;
import dev.plinth.infra.notices.Statistic;
import java.util.List;
import java.util.Map;

/** What people are told about the proxy: docs.aws.amazon.com/AmazonRDS/latest/UserGuide/rds-proxy.monitoring.html. */
final class ProxyAlarms {
    private static final String NAMESPACE = "AWS/RDS";
    /** A tenth of a second before a statement has even begun. */
    private static final double BORROW_MICROSECONDS = 100_000;
    /** A few are people who mistype; a client with a wrong password tries all the time. */
    private static final double REFUSED_LOGINS = 5;

    private ProxyAlarms() {}

    static List<Alarm> of(Output<String> proxyName) {
        return List.of(
                new Alarm(
                        "proxy-unavailable",
                        "The proxy does not reach the primary: the API has no database.",
                        new Metric(NAMESPACE, "AvailabilityPercentage", writer(proxyName), Statistic.MINIMUM),
                        Condition.below(100, Window.minutes(3))),
                new Alarm(
                        "proxy-waiting",
                        "Statements wait for a free connection: the pool is too small or statements take too long.",
                        Metric.of(NAMESPACE, "DatabaseConnectionsBorrowLatency", "ProxyName", proxyName),
                        Condition.above(BORROW_MICROSECONDS, Window.fiveMinutes(3, 3))),
                new Alarm(
                        "proxy-refused-logins",
                        "Somebody shows a wrong password again and again: a client that missed a rotation, or an"
                                + " intruder.",
                        Metric.of(NAMESPACE, "ClientConnectionsSetupFailedAuth", "ProxyName", proxyName)
                                .by(Statistic.SUM),
                        Condition.atLeast(REFUSED_LOGINS, Window.fiveMinutes(1, 1))));
    }

    private static Output<Map<String, String>> writer(Output<String> proxyName) {
        return proxyName.applyValue(
                name -> Map.of("ProxyName", name, "TargetGroup", "default", "TargetRole", "READ_WRITE"));
    }
}
