package dev.plinth.infra.database;

import com.pulumi.aws.rds.InstanceArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResource;
import dev.plinth.infra.access.ServiceRole;
import dev.plinth.infra.access.ServiceRoleArgs;
import dev.plinth.infra.access.Trust;
import dev.plinth.infra.component.Scope;
import java.util.List;
import java.util.Map;

/** How servers are watched from inside: the operating system's numbers, and what every session waits for. */
final class Monitoring extends ComponentResource {
    /** How often the operating system is asked; RDS offers 1 to 60. */
    private static final int INTERVAL_SECONDS = 60;
    /** What Database Insights keeps in its standard mode, without a price. The advanced mode would keep 465. */
    private static final int INSIGHTS_DAYS = 7;

    private final Output<String> keyArn;
    private final Output<String> roleArn;

    Monitoring(String name, Output<String> keyArn, Scope scope) {
        super("plinth:database:Monitoring", name, scope.options());
        this.keyArn = keyArn;
        this.roleArn = new ServiceRole(
                        name,
                        new ServiceRoleArgs(
                                "Lets RDS write the numbers of its servers' operating systems",
                                Trust.service("monitoring.rds.amazonaws.com", scope.account()),
                                List.of(),
                                List.of("service-role/AmazonRDSEnhancedMonitoringRole")),
                        scope.within(this))
                .arn();
        registerOutputs(Map.of());
    }

    InstanceArgs.Builder watch(InstanceArgs.Builder server) {
        return server.monitoringInterval(INTERVAL_SECONDS)
                .monitoringRoleArn(roleArn)
                .databaseInsightsMode("standard")
                .performanceInsightsEnabled(true)
                .performanceInsightsKmsKeyId(keyArn)
                .performanceInsightsRetentionPeriod(INSIGHTS_DAYS);
    }
}
