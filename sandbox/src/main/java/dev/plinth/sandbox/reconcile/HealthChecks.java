package dev.plinth.sandbox.reconcile;

import dev.plinth.sandbox.proxy.HealthCheck;
import dev.plinth.sandbox.proxy.Protocol;
import dev.plinth.sandbox.value.Properties;
import java.time.Duration;
import java.util.Optional;

/**
 * Health checks of target groups, with what AWS sets when nothing is said: the aws_lb_target_group page of
 * terraform-provider-aws.
 */
public final class HealthChecks {
    private static final int INTERVAL_SECONDS = 30;
    private static final int TIMEOUT_SECONDS = 5;
    private static final int THRESHOLD = 3;

    private HealthChecks() {}

    /** The health check of a target group's inputs. */
    public static HealthCheck of(Properties group) {
        var check = group.in("healthCheck");
        return new HealthCheck(
                protocol(check, "protocol"),
                check.text("port").flatMap(HealthChecks::number).orElse(0),
                check.text("path").orElse("/"),
                check.text("matcher").orElse("200"),
                Duration.ofSeconds(check.whole("interval").orElse(INTERVAL_SECONDS)),
                Duration.ofSeconds(check.whole("timeout").orElse(TIMEOUT_SECONDS)),
                new HealthCheck.Thresholds(
                        check.whole("healthyThreshold").orElse(THRESHOLD),
                        check.whole("unhealthyThreshold").orElse(THRESHOLD)));
    }

    static Protocol protocol(Properties properties, String name) {
        return properties.text(name).filter("HTTPS"::equals).isPresent() ? Protocol.HTTPS : Protocol.HTTP;
    }

    /** The word traffic-port is no number: it stands for the port that gets the traffic. */
    private static Optional<Integer> number(String port) {
        return port.matches("\\d+") ? Optional.of(Integer.valueOf(port)) : Optional.empty();
    }
}
