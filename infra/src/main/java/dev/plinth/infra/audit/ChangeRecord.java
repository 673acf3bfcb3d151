package dev.plinth.infra.audit;

import com.pulumi.aws.cfg.DeliveryChannel;
import com.pulumi.aws.cfg.DeliveryChannelArgs;
import com.pulumi.aws.cfg.Recorder;
import com.pulumi.aws.cfg.RecorderArgs;
import com.pulumi.aws.cfg.RecorderStatus;
import com.pulumi.aws.cfg.RecorderStatusArgs;
import com.pulumi.aws.cfg.inputs.RecorderRecordingGroupArgs;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.CustomResourceOptions;
import dev.plinth.infra.access.Condition;
import dev.plinth.infra.access.Principal;
import dev.plinth.infra.access.ServiceRole;
import dev.plinth.infra.access.ServiceRoleArgs;
import dev.plinth.infra.access.Statement;
import dev.plinth.infra.access.Trust;
import dev.plinth.infra.component.Scope;
import dev.plinth.infra.storage.Bucket;
import dev.plinth.infra.storage.BucketArgs;
import dev.plinth.infra.storage.Retention;
import java.util.Map;

/**
 * AWS Config: what every resource of the account looked like, and when it changed. AWS Backup's own audit judges by it.
 */
final class ChangeRecord extends ComponentResource {
    private static final String CONFIG = "config.amazonaws.com";
    /** Thirteen months: a yearly review sees the whole year. */
    private static final int EXPIRY_DAYS = 400;

    private static final int OLD_VERSIONS_DAYS = 30;

    private final Scope scope;

    ChangeRecord(String name, Scope scope) {
        super("plinth:audit:ChangeRecord", name, scope.options());
        this.scope = scope;
        var within = scope.within(this);
        var bucket = new Bucket(name, bucketArgs(name), within);
        var role = new ServiceRole(
                name,
                ServiceRoleArgs.of("Looks at every resource for AWS Config", Trust.service(CONFIG, scope.account()))
                        .managed("service-role/AWS_ConfigRole"),
                within);
        var recorder = new Recorder(
                name,
                RecorderArgs.builder()
                        .name(scope.title(name))
                        .roleArn(role.arn())
                        .recordingGroup(RecorderRecordingGroupArgs.builder()
                                .allSupported(true)
                                .includeGlobalResourceTypes(true)
                                .build())
                        .build(),
                scope.child(this));
        var channel = new DeliveryChannel(
                name,
                DeliveryChannelArgs.builder()
                        .name(scope.title(name))
                        .s3BucketName(bucket.name())
                        .build(),
                after(recorder));
        // AWS Config starts a recorder only when it has somewhere to deliver to.
        new RecorderStatus(
                name,
                RecorderStatusArgs.builder()
                        .name(recorder.name())
                        .isEnabled(true)
                        .build(),
                after(channel));
        registerOutputs(Map.of());
    }

    private CustomResourceOptions after(com.pulumi.resources.Resource first) {
        return CustomResourceOptions.builder().parent(this).dependsOn(first).build();
    }

    private BucketArgs bucketArgs(String name) {
        var bucketName = scope.globalTitle(name);
        var account = scope.account();
        return BucketArgs.of(
                        bucketName, Retention.ofOldVersions(OLD_VERSIONS_DAYS).withExpiry(EXPIRY_DAYS))
                .admitting(
                        Statement.allow("ConfigChecks", "s3:GetBucketAcl", "s3:ListBucket")
                                .to(Principal.service(CONFIG))
                                .on(Bucket.arn(bucketName))
                                .when(Condition.actingFor(account)),
                        Statement.allow("ConfigWrites", "s3:PutObject")
                                .to(Principal.service(CONFIG))
                                .on("%s/AWSLogs/%s/Config/*".formatted(Bucket.arn(bucketName), account.id()))
                                .when(
                                        Condition.actingFor(account),
                                        Condition.is("s3:x-amz-acl", "bucket-owner-full-control")));
    }
}
