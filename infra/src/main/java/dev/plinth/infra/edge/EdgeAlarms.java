package dev.plinth.infra.edge;

import com.pulumi.core.Output;
import dev.plinth.infra.notices.Alarm;
import dev.plinth.infra.notices.Condition;
import dev.plinth.infra.notices.Condition.MissingData;
import dev.plinth.infra.notices.Condition.Window;
import dev.plinth.infra.notices.Metric;
import dev.plinth.infra.notices.Statistic;
import dev.plinth.infra.release.Colour;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What people are told about the edge. */
final class EdgeAlarms {
    private static final String BALANCER = "AWS/ApplicationELB";
    private static final String CDN = "AWS/CloudFront";
    private static final Window FIVE_MINUTES = Window.minutes(5);
    private static final Window QUARTER_HOUR = Window.fiveMinutes(3, 3);
    /** A few come from pods that end in the wrong moment. */
    private static final double ERRORS_A_MINUTE = 5;
    /** What the API promises: 95 of 100 answers within 120 ms. */
    private static final double RESPONSE_SECONDS = 0.12;

    private static final int RESPONSE_PERCENT = 95;
    /** Ten times the promised share of errors: the budget of a month is gone in three days. */
    private static final double ERROR_PERCENT = 1;
    /** ACM renews 60 days before the end (ACM User Guide, managed renewal), so by then it has failed for a month. */
    private static final double CERTIFICATE_DAYS = 30;

    private EdgeAlarms() {}

    static List<Alarm> ofLoadBalancer(LoadBalancer balancer) {
        var alarms = new ArrayList<>(List.of(
                new Alarm(
                        "errors",
                        "The load balancer answers with errors of its own: no pod takes its requests. See the target"
                                + " groups and the pods' readiness.",
                        ofBalancer("HTTPCode_ELB_5XX_Count", balancer).by(Statistic.SUM),
                        Condition.above(ERRORS_A_MINUTE, FIVE_MINUTES)),
                new Alarm(
                        "api-errors",
                        "The API answers with errors. See its log, and go back to the other colour if a release is new.",
                        ofBalancer("HTTPCode_Target_5XX_Count", balancer).by(Statistic.SUM),
                        Condition.above(ERRORS_A_MINUTE, FIVE_MINUTES)),
                new Alarm(
                        "slow",
                        "One answer in twenty takes longer than promised. See the database's load and the pods' number.",
                        ofBalancer("TargetResponseTime", balancer).by(Statistic.percentile(RESPONSE_PERCENT)),
                        Condition.above(RESPONSE_SECONDS, QUARTER_HOUR)),
                new Alarm(
                        "rejected-connections",
                        "The load balancer turns connections away: it has no more room.",
                        ofBalancer("RejectedConnectionCount", balancer).by(Statistic.SUM),
                        Condition.atLeast(1, FIVE_MINUTES))));
        for (var colour : Colour.values()) {
            alarms.add(new Alarm(
                    "unhealthy-" + colour,
                    "Pods of %s do not pass their health check. See their events and log.".formatted(colour),
                    ofTargets("UnHealthyHostCount", balancer, colour).by(Statistic.MAXIMUM),
                    Condition.atLeast(1, FIVE_MINUTES)));
        }
        return List.copyOf(alarms);
    }

    static List<Alarm> ofCdn(Distribution distribution) {
        var dimensions = distribution.id().applyValue(id -> Map.of("DistributionId", id, "Region", "Global"));
        return List.of(new Alarm(
                "errors",
                "One request in a hundred ends in an error. If the load balancer is quiet, the CDN does not reach it.",
                new Metric(CDN, "5xxErrorRate", dimensions, Statistic.AVERAGE),
                Condition.above(ERROR_PERCENT, FIVE_MINUTES)));
    }

    static Alarm ofCertificate(String name, Output<String> arn) {
        return new Alarm(
                name,
                "The certificate ends in %.0f days and has not been renewed. See whether its record is still in DNS."
                        .formatted(CERTIFICATE_DAYS),
                Metric.of("AWS/CertificateManager", "DaysToExpiry", "CertificateArn", arn)
                        .by(Statistic.MINIMUM),
                // ACM says it twice a day.
                Condition.below(CERTIFICATE_DAYS, new Window(86_400, 1, 1)).when(MissingData.CHANGES_NOTHING));
    }

    private static Metric ofBalancer(String name, LoadBalancer balancer) {
        return Metric.of(BALANCER, name, "LoadBalancer", balancer.metricName());
    }

    private static Metric ofTargets(String name, LoadBalancer balancer, Colour colour) {
        var dimensions = Output.tuple(
                        balancer.metricName(),
                        balancer.targetGroups().of(colour).arnSuffix())
                .applyValue(known -> Map.of("LoadBalancer", known.t1, "TargetGroup", known.t2));
        return new Metric(BALANCER, name, dimensions, Statistic.AVERAGE);
    }
}
