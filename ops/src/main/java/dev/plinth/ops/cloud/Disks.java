package dev.plinth.ops.cloud;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.Dimension;
import software.amazon.awssdk.services.cloudwatch.model.MetricDataQuery;
import software.amazon.awssdk.services.cloudwatch.model.ScanBy;

/** The disks of database servers, as CloudWatch tells of them. */
public final class Disks {
    private static final Duration PAST = Duration.ofMinutes(15);
    private static final int MINUTE = 60;

    private final CloudWatchClient client;

    Disks(CloudWatchClient client) {
        this.client = client;
    }

    /** The bytes that were free on a server's disk when it last told, a few minutes ago; nothing when it tells nothing. */
    public Optional<Long> free(String server, Instant now) {
        var ofServer =
                Dimension.builder().name("DBInstanceIdentifier").value(server).build();
        var query = MetricDataQuery.builder()
                .id("free")
                .metricStat(stat -> stat.stat("Minimum")
                        .period(MINUTE)
                        .metric(metric -> metric.namespace("AWS/RDS")
                                .metricName("FreeStorageSpace")
                                .dimensions(ofServer)))
                .build();
        return Permissions.ask(
                "cloudwatch:GetMetricData",
                "*",
                () -> client
                        .getMetricDataPaginator(request -> request.startTime(now.minus(PAST))
                                .endTime(now)
                                .scanBy(ScanBy.TIMESTAMP_DESCENDING)
                                .metricDataQueries(query))
                        .metricDataResults()
                        .stream()
                        .flatMap(result -> result.values().stream())
                        .findFirst()
                        .map(Math::round));
    }
}
