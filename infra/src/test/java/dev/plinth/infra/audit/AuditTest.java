package dev.plinth.infra.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.infra.Cloud.Declared;
import dev.plinth.infra.Plan;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How an environment watches its account. */
final class AuditTest {
    private final Plan production = Plan.of("production");

    @Test
    void everyCallInAllRegionsIsRecordedSoThatNobodyChangesItUnseen() {
        assertThat(production.one("aws:cloudtrail/trail:Trail", "audit").inputs())
                .containsEntry("name", "plinth-production-audit")
                .containsEntry("isMultiRegionTrail", true)
                .containsEntry("includeGlobalServiceEvents", true)
                .containsEntry("enableLogFileValidation", true)
                .containsEntry("kmsKeyId", "arn:aws:kms:eu-central-1:1:key/keys-audit-id")
                .containsEntry("s3BucketName", "plinth-production-222222222222-audit")
                .containsEntry("cloudWatchLogsGroupArn", "arn:audit-id:*")
                .containsEntry("cloudWatchLogsRoleArn", "arn:aws:iam::111122223333:role/audit-trail");
    }

    @Test
    void onlyThisTrailWritesIntoTheBucket() {
        assertThat(production.one("aws:s3/bucketPolicy:BucketPolicy", "audit").input("policy"))
                .asString()
                .contains("""
                        {"Sid":"TrailWrites","Effect":"Allow","Principal":{"Service":["cloudtrail.amazonaws.com"]},\
                        "Action":["s3:PutObject"],\
                        "Resource":["arn:aws:s3:::plinth-production-222222222222-audit/AWSLogs/222222222222/*"],\
                        "Condition":{"StringEquals":{"aws:SourceArn":\
                        ["arn:aws:cloudtrail:eu-central-1:222222222222:trail/plinth-production-audit"],\
                        "s3:x-amz-acl":["bucket-owner-full-control"]}}}""");
    }

    @Test
    void everyResourceIsWatchedForChangesThatAwsConfigDeliversToABucketOfItsOwn() {
        assertThat(production.one("aws:cfg/recorder:Recorder", "audit-changes").input("recordingGroup"))
                .isEqualTo(Map.of("allSupported", true, "includeGlobalResourceTypes", true));
        assertThat(production
                        .one("aws:cfg/recorderStatus:RecorderStatus", "audit-changes")
                        .input("isEnabled"))
                .isEqualTo(true);
        assertThat(production
                        .one("aws:cfg/deliveryChannel:DeliveryChannel", "audit-changes")
                        .input("s3BucketName"))
                .isEqualTo("plinth-production-222222222222-audit-changes");
        assertThat(production
                        .one("aws:s3/bucketPolicy:BucketPolicy", "audit-changes")
                        .input("policy"))
                .asString()
                .contains("ConfigWrites", "\"aws:SourceAccount\":[\"222222222222\"]");
    }

    @Test
    void recordsAreLockedWhereDataIsKept() {
        var lock = "aws:s3/bucketObjectLockConfigurationV2:BucketObjectLockConfigurationV2";

        assertThat(production.one(lock, "audit").at("rule", "defaultRetention", "days"))
                .isEqualTo(365.0);
        assertThat(Plan.of("local").all(lock)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "root, Root, 1",
        "sign-in-without-mfa, MFAUsed, 1",
        "refused-calls, UnauthorizedOperation, 10",
        "keys, ScheduleKeyDeletion, 1",
        "trail, StopLogging, 1"
    })
    void peopleAreToldOfCallsThatNobodyMakesInADaysWork(String call, String pattern, double threshold) {
        var filter = production.one("aws:cloudwatch/logMetricFilter:LogMetricFilter", "audit-calls-" + call);
        var alarm = production.one("aws:cloudwatch/metricAlarm:MetricAlarm", "audit-calls-" + call);

        assertThat(filter.input("pattern")).asString().contains(pattern);
        assertThat(filter.input("logGroupName")).isEqualTo("/plinth-production/audit/calls");
        assertThat(alarm.input("metricName")).isEqualTo(filter.at("metricTransformation", "name"));
        assertThat(alarm.input("namespace")).isEqualTo(filter.at("metricTransformation", "namespace"));
        assertThat(alarm.input("threshold")).isEqualTo(threshold);
        assertThat(alarm.input("alarmActions")).isEqualTo(List.of("arn:notices-id"));
    }

    @Test
    void attacksAreLookedForAndTold() {
        assertThat(production.all("aws:guardduty/detectorFeature:DetectorFeature"))
                .allSatisfy(feature -> assertThat(feature.input("status")).isEqualTo("ENABLED"))
                .extracting(feature -> feature.input("name"))
                .contains("S3_DATA_EVENTS", "EKS_AUDIT_LOGS", "EBS_MALWARE_PROTECTION", "RDS_LOGIN_EVENTS");
        assertThat(production
                        .one("aws:cloudwatch/eventRule:EventRule", "audit-threats")
                        .input("eventPattern"))
                .isEqualTo("""
                        {"detail":{"severity":[{"numeric":[">=",4]}]},"detail-type":["GuardDuty Finding"],\
                        "source":["aws.guardduty"]}""");
        assertThat(production
                        .one("aws:cloudwatch/eventTarget:EventTarget", "audit-threats")
                        .input("arn"))
                .isEqualTo("arn:notices-id");
        assertThat(production.all("aws:accessanalyzer/analyzer:Analyzer")).hasSize(1);
    }

    @Test
    void guardsHoldInTheWholeAccount() {
        assertThat(inputs("aws:s3/accountPublicAccessBlock:AccountPublicAccessBlock"))
                .containsEntry("blockPublicAcls", true)
                .containsEntry("blockPublicPolicy", true)
                .containsEntry("ignorePublicAcls", true)
                .containsEntry("restrictPublicBuckets", true);
        assertThat(inputs("aws:ebs/encryptionByDefault:EncryptionByDefault")).containsEntry("enabled", true);
        assertThat(inputs("aws:ebs/defaultKmsKey:DefaultKmsKey"))
                .containsEntry("keyArn", "arn:aws:kms:eu-central-1:1:key/keys-cluster-id");
        assertThat(inputs("aws:ebs/snapshotBlockPublicAccess:SnapshotBlockPublicAccess"))
                .containsEntry("state", "block-all-sharing");
        assertThat(inputs("aws:ec2/instanceMetadataDefaults:InstanceMetadataDefaults"))
                .containsEntry("httpTokens", "required")
                .containsEntry("httpPutResponseHopLimit", 1.0);
        assertThat(inputs("aws:ec2/vpcBlockPublicAccessOptions:VpcBlockPublicAccessOptions"))
                .containsEntry("internetGatewayBlockMode", "block-ingress");
    }

    @Test
    void aSecondStackInAnAccountLeavesTheWatchToTheFirst() {
        var plan = Plan.of("staging", """
                plinth:audit: {enabled: false}
                plinth:accept: {audit.enabled: The stack production watches this account.}""");

        assertThat(plan.errors()).isEmpty();
        assertThat(plan.resources())
                .extracting(Declared::type)
                .contains("plinth:audit:Audit")
                .doesNotContain(
                        "aws:cloudtrail/trail:Trail",
                        "aws:guardduty/detector:Detector",
                        "aws:s3/accountPublicAccessBlock:AccountPublicAccessBlock");
    }

    private Map<String, Object> inputs(String type) {
        return production.one(type, "audit-guards").inputs();
    }
}
