package dev.plinth.infra.edge;

import com.pulumi.aws.cloudwatch.LogDelivery;
import com.pulumi.aws.cloudwatch.LogDeliveryArgs;
import com.pulumi.aws.cloudwatch.LogDeliveryDestination;
import com.pulumi.aws.cloudwatch.LogDeliveryDestinationArgs;
import com.pulumi.aws.cloudwatch.LogDeliverySource;
import com.pulumi.aws.cloudwatch.LogDeliverySourceArgs;
import com.pulumi.aws.cloudwatch.inputs.LogDeliveryDestinationDeliveryDestinationConfigurationArgs;
import com.pulumi.aws.cloudwatch.inputs.LogDeliveryS3DeliveryConfigurationArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResource;
import dev.plinth.infra.component.Place;
import dev.plinth.infra.component.Scope;
import java.util.List;
import java.util.Map;

/** Who asked the CDN for what, in files that can be queried; cookies stay out of them. */
final class DistributionLogs extends ComponentResource {
    /** Of CloudFront's fields (Developer Guide, standard logging), those that tell what happened. */
    private static final List<String> FIELDS = List.of(
            "date",
            "time",
            "x-edge-location",
            "sc-bytes",
            "c-ip",
            "cs-method",
            "cs(Host)",
            "cs-uri-stem",
            "sc-status",
            "cs(User-Agent)",
            "x-edge-result-type",
            "x-edge-request-id",
            "x-host-header",
            "cs-protocol",
            "cs-bytes",
            "time-taken",
            "ssl-protocol",
            "ssl-cipher",
            "x-edge-response-result-type",
            "cs-protocol-version",
            "time-to-first-byte",
            "x-edge-detailed-result-type",
            "sc-content-type");

    /** A folder an hour, so that a query reads only the hours that it is about. */
    private static final String FOLDERS = "/{DistributionId}/{yyyy}/{MM}/{dd}/{HH}";

    DistributionLogs(String name, Output<String> distributionArn, Output<String> folderArn, Scope scope) {
        super("plinth:edge:DistributionLogs", name, scope.options());
        // CloudFront has its logs in us-east-1; the bucket may be anywhere.
        var child = scope.childIn(Place.GLOBAL, this);
        var source = new LogDeliverySource(
                name,
                LogDeliverySourceArgs.builder()
                        .name(scope.title(name))
                        .logType("ACCESS_LOGS")
                        .resourceArn(distributionArn)
                        .tags(scope.tags(name))
                        .build(),
                child);
        var destination = new LogDeliveryDestination(name, destinationArgs(name, folderArn, scope), child);
        var args = LogDeliveryArgs.builder()
                .deliverySourceName(source.name())
                .deliveryDestinationArn(destination.arn())
                .recordFields(FIELDS)
                .s3DeliveryConfigurations(LogDeliveryS3DeliveryConfigurationArgs.builder()
                        .suffixPath(FOLDERS)
                        .enableHiveCompatiblePath(false)
                        .build())
                .tags(scope.tags(name))
                .build();
        new LogDelivery(name, args, child);
        registerOutputs(Map.of());
    }

    private static LogDeliveryDestinationArgs destinationArgs(String name, Output<String> folderArn, Scope scope) {
        var place = LogDeliveryDestinationDeliveryDestinationConfigurationArgs.builder()
                .destinationResourceArn(folderArn)
                .build();
        return LogDeliveryDestinationArgs.builder()
                .name(scope.title(name))
                .outputFormat("parquet")
                .deliveryDestinationConfiguration(place)
                .tags(scope.tags(name))
                .build();
    }
}
