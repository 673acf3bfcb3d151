package dev.plinth.policies.breaches;

import com.pulumi.aws.cfg.RecorderStatus;
import com.pulumi.aws.cfg.RecorderStatusArgs;
import com.pulumi.aws.cloudtrail.Trail;
import com.pulumi.aws.cloudtrail.TrailArgs;
import com.pulumi.aws.cloudwatch.LogGroup;
import com.pulumi.aws.cloudwatch.LogGroupArgs;
import com.pulumi.aws.cloudwatch.MetricAlarm;
import com.pulumi.aws.cloudwatch.MetricAlarmArgs;
import com.pulumi.aws.guardduty.Detector;
import com.pulumi.aws.guardduty.DetectorArgs;
import com.pulumi.aws.kms.Key;
import com.pulumi.aws.s3.BucketV2;
import com.pulumi.aws.sns.Topic;
import com.pulumi.aws.sns.TopicPolicy;
import com.pulumi.aws.sns.TopicPolicyArgs;
import com.pulumi.resources.CustomResourceOptions;

/** Breaks the rules of the security pack's package {@code audit}. */
final class AuditBreaches {
    private AuditBreaches() {}

    static void present() {
        trails();
        logs();
        notices();
        new RecorderStatus(
                "off",
                RecorderStatusArgs.builder().name("recorder").isEnabled(false).build());
        new Detector("off", DetectorArgs.builder().enable(false).build());
        new Key(
                "overlooked",
                Sound.key().build(),
                CustomResourceOptions.builder()
                        .protect(true)
                        .ignoreChanges("enableKeyRotation")
                        .build());
    }

    /** cloudtrail-bucket-private: a trail into a bucket that has nothing beside it. */
    static void absent(BucketV2 bare) {
        trail("absent", sound().s3BucketName(bare.id()));
    }

    /** cloudtrail-complete, cloudtrail-kms-and-logs and cloudtrail-validation. */
    private static void trails() {
        trail("one-region", sound().isMultiRegionTrail(false));
        trail("unwatched", encrypted());
        trail("unsigned", sound().enableLogFileValidation(false));
    }

    /** log-group-key and log-group-retention. */
    private static void logs() {
        new LogGroup("aws-key", LogGroupArgs.builder().retentionInDays(365).build(), Sound.keeping());
        new LogGroup(
                "short",
                LogGroupArgs.builder()
                        .retentionInDays(30)
                        .kmsKeyId(Sound.KEY_ARN)
                        .build(),
                Sound.keeping());
    }

    /** alarm-has-action, sns-policy-not-public and sns-topic-encrypted. */
    private static void notices() {
        new MetricAlarm(
                "silent",
                MetricAlarmArgs.builder()
                        .comparisonOperator("GreaterThanThreshold")
                        .evaluationPeriods(1)
                        .metricName("Errors")
                        .namespace("App")
                        .period(60)
                        .statistic("Sum")
                        .threshold(0.0)
                        .build());
        new Topic("open-messages");
        new TopicPolicy(
                "public",
                TopicPolicyArgs.builder()
                        .arn("arn:aws:sns:eu-central-1:111122223333:notices")
                        .policy("""
                                {"Version": "2012-10-17", "Statement": [
                                 {"Effect": "Allow", "Principal": "*", "Action": "sns:Publish",
                                  "Resource": "arn:aws:sns:eu-central-1:111122223333:notices"}]}""")
                        .build());
    }

    private static TrailArgs.Builder sound() {
        return encrypted()
                .cloudWatchLogsGroupArn("arn:aws:logs:eu-central-1:111122223333:log-group:trail:*")
                .cloudWatchLogsRoleArn("arn:aws:iam::111122223333:role/trail");
    }

    /** A trail that lacks a log group only. */
    private static TrailArgs.Builder encrypted() {
        return TrailArgs.builder()
                .s3BucketName("111122223333-trail")
                .isMultiRegionTrail(true)
                .includeGlobalServiceEvents(true)
                .enableLogging(true)
                .enableLogFileValidation(true)
                .kmsKeyId(Sound.KEY_ARN);
    }

    private static void trail(String name, TrailArgs.Builder args) {
        new Trail(name, args.build());
    }
}
