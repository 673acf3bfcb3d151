package dev.plinth.infra.audit;

import com.pulumi.aws.cloudtrail.Trail;
import com.pulumi.aws.cloudtrail.TrailArgs;
import com.pulumi.aws.cloudwatch.LogGroup;
import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResource;
import dev.plinth.infra.access.Condition;
import dev.plinth.infra.access.Principal;
import dev.plinth.infra.access.ServiceRole;
import dev.plinth.infra.access.ServiceRoleArgs;
import dev.plinth.infra.access.Statement;
import dev.plinth.infra.access.Trust;
import dev.plinth.infra.component.Scope;
import dev.plinth.infra.notices.Signals;
import dev.plinth.infra.storage.Bucket;
import dev.plinth.infra.storage.BucketArgs;
import dev.plinth.infra.storage.Retention;
import java.util.Map;

/**
 * Every call of AWS in the account, in all regions: in a bucket for years, where nobody changes it unseen, and in a log group
 * where alarms watch it.
 */
final class CallTrail extends ComponentResource {
    private static final String CLOUDTRAIL = "cloudtrail.amazonaws.com";
    /** A year is what one goes back to find how an intruder came in; before that nobody deletes the proof. */
    private static final int LOCKED_DAYS = 365;

    private static final int COLD_DAYS = 90;
    /** Seven years with their leap days: the longest that auditors commonly ask for, as of the monthly backups. */
    private static final int EXPIRY_DAYS = 2557;

    private final Scope scope;

    CallTrail(String name, Output<String> keyArn, Signals signals, Scope scope) {
        super("plinth:audit:CallTrail", name, scope.options());
        this.scope = scope;
        var within = scope.within(this);
        var bucket = new Bucket(name, bucketArgs(name), within);
        var group = signals.logs().group(name, "/%s/audit/calls".formatted(scope.environment()), this, scope);
        var role = new ServiceRole(name + "-trail", roleArgs(group), within);
        var args = TrailArgs.builder()
                .name(scope.title(name))
                .s3BucketName(bucket.name())
                .isMultiRegionTrail(true)
                .includeGlobalServiceEvents(true)
                .enableLogFileValidation(true)
                .kmsKeyId(keyArn)
                .cloudWatchLogsGroupArn(group.arn().applyValue(arn -> arn + ":*"))
                .cloudWatchLogsRoleArn(role.arn())
                .tags(scope.tags(name))
                .build();
        new Trail(name, args, scope.child(this));
        new CallAlarms(name + "-calls", group.name(), signals.topicArn(), within);
        registerOutputs(Map.of("bucket", bucket.name()));
    }

    /** The trail encrypts its logs with our key itself; the bucket's own encryption is for their digests, which cannot be. */
    private BucketArgs bucketArgs(String name) {
        var bucketName = scope.globalTitle(name);
        var kept =
                Retention.ofOldVersions(LOCKED_DAYS).withColdStorage(COLD_DAYS).withExpiry(EXPIRY_DAYS);
        var trail = Condition.is("aws:SourceArn", scope.account().arn("cloudtrail", "trail/" + scope.title(name)));
        return BucketArgs.of(bucketName, scope.keepsData() ? kept.withLock(LOCKED_DAYS) : kept)
                .admitting(
                        Statement.allow("TrailChecks", "s3:GetBucketAcl")
                                .to(Principal.service(CLOUDTRAIL))
                                .on(Bucket.arn(bucketName))
                                .when(trail),
                        Statement.allow("TrailWrites", "s3:PutObject")
                                .to(Principal.service(CLOUDTRAIL))
                                .on("%s/AWSLogs/%s/*"
                                        .formatted(
                                                Bucket.arn(bucketName),
                                                scope.account().id()))
                                .when(trail, Condition.is("s3:x-amz-acl", "bucket-owner-full-control")));
    }

    private static ServiceRoleArgs roleArgs(LogGroup group) {
        return ServiceRoleArgs.of(
                "Writes the account's calls to their log group",
                // CloudTrail does not say for whom it acts here; nobody but this account can hand the role to it.
                Trust.serviceForAnybody(CLOUDTRAIL),
                Statement.allow("Write", "logs:CreateLogStream", "logs:PutLogEvents")
                        .on(group.arn().applyValue(arn -> arn + ":log-stream:*")));
    }
}
