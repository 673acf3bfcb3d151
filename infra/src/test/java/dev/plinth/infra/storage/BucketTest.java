package dev.plinth.infra.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.pulumi.aws.sns.Topic;
import com.pulumi.aws.sns.TopicArgs;
import com.pulumi.core.Output;
import dev.plinth.infra.Cloud.Declared;
import dev.plinth.infra.Plan;
import dev.plinth.infra.access.Principal;
import dev.plinth.infra.access.Statement;
import dev.plinth.infra.component.Place;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every bucket of an environment promises. */
final class BucketTest {
    private final Plan plan = Plan.ofComponents("production", scope -> {
        var plain = new Bucket("site", BucketArgs.of("site-222", Retention.ofOldVersions(90)), scope);
        new Topic("user", TopicArgs.builder().name(plain.name()).build());
        var retention = new Retention(30, 90, 2557, 365);
        var args = BucketArgs.of("audit-222", retention)
                .in(Place.RECOVERY)
                .encryptedBy(Output.of("arn:key"))
                .admitting(Statement.allow("Trail", "s3:PutObject")
                        .to(Principal.service("cloudtrail.amazonaws.com"))
                        .on(Bucket.arn("audit-222") + "/*"));
        new Bucket("audit", args, scope);
    });

    @Test
    void itIsPrivateAndVersioned() {
        assertThat(plan.one("aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock", "site")
                        .inputs())
                .containsEntry("blockPublicAcls", true)
                .containsEntry("blockPublicPolicy", true)
                .containsEntry("ignorePublicAcls", true)
                .containsEntry("restrictPublicBuckets", true);
        assertThat(plan.one("aws:s3/bucketOwnershipControls:BucketOwnershipControls", "site")
                        .at("rule", "objectOwnership"))
                .isEqualTo("BucketOwnerEnforced");
        assertThat(plan.one("aws:s3/bucketVersioningV2:BucketVersioningV2", "site")
                        .at("versioningConfiguration", "status"))
                .isEqualTo("Enabled");
    }

    @Test
    void itAnswersOnlyOverTlsOfToday() {
        assertThat(policy("site")).isEqualTo("""
                {"Version":"2012-10-17","Statement":[\
                {"Sid":"PlainHttp","Effect":"Deny","Principal":{"AWS":["*"]},"Action":["s3:*"],\
                "Resource":["arn:aws:s3:::site-222","arn:aws:s3:::site-222/*"],\
                "Condition":{"Bool":{"aws:SecureTransport":["false"]}}},\
                {"Sid":"OldTls","Effect":"Deny","Principal":{"AWS":["*"]},"Action":["s3:*"],\
                "Resource":["arn:aws:s3:::site-222","arn:aws:s3:::site-222/*"],\
                "Condition":{"NumericLessThan":{"s3:TlsVersion":["1.2"]}}}]}""");
        assertThat(policy("audit")).contains("\"Sid\":\"PlainHttp\"").contains("\"Sid\":\"Trail\"");
    }

    @Test
    void itsEncryptionIsS3OwnUnlessItHasAKey() {
        assertThat(encryption("site").at("rules", 0, "applyServerSideEncryptionByDefault", "sseAlgorithm"))
                .isEqualTo("AES256");
        assertThat(encryption("audit").at("rules", 0, "applyServerSideEncryptionByDefault", "kmsMasterKeyId"))
                .isEqualTo("arn:key");
        assertThat(encryption("audit").at("rules", 0, "bucketKeyEnabled")).isEqualTo(true);
    }

    @Test
    void oldVersionsGoAndObjectsStay() {
        var rule = (List<?>) lifecycle("site").input("rules");

        assertThat(lifecycle("site").at("rules", 0, "noncurrentVersionExpiration", "noncurrentDays"))
                .isEqualTo(90.0);
        assertThat(rule.getFirst().toString()).doesNotContain("expiration=", "transitions=");
        assertThat(plan.one("aws:s3/bucketV2:BucketV2", "site").input("objectLockEnabled"))
                .isEqualTo(false);
    }

    @Test
    void evidenceIsLockedThenColdThenGone() {
        assertThat(lifecycle("audit").at("rules", 0, "transitions", 0, "days")).isEqualTo(90.0);
        assertThat(lifecycle("audit").at("rules", 0, "expiration", "days")).isEqualTo(2557.0);
        assertThat(plan.one("aws:s3/bucketV2:BucketV2", "audit").input("objectLockEnabled"))
                .isEqualTo(true);
        assertThat(plan.all("aws:s3/bucketObjectLockConfigurationV2:BucketObjectLockConfigurationV2"))
                .singleElement()
                .extracting(lock -> lock.at("rule", "defaultRetention", "days"))
                .isEqualTo(365.0);
    }

    @Test
    void whoeverUsesItComesAfterItsPolicy() {
        assertThat(plan.resources())
                .extracting(Declared::type)
                .containsSubsequence("aws:s3/bucketPolicy:BucketPolicy", "aws:sns/topic:Topic");
    }

    @Test
    void whatIsGoneCannotBeColdOrLocked() {
        var year = Retention.ofOldVersions(1).withExpiry(365);

        assertThatIllegalArgumentException().isThrownBy(() -> year.withColdStorage(365));
        assertThatIllegalArgumentException().isThrownBy(() -> year.withLock(366));
        assertThat(year.withColdStorage(364).withLock(365).locked()).isEqualTo(365);
    }

    private String policy(String name) {
        return String.valueOf(plan.one("aws:s3/bucketPolicy:BucketPolicy", name).input("policy"));
    }

    private Declared encryption(String name) {
        return plan.one(
                "aws:s3/bucketServerSideEncryptionConfigurationV2:BucketServerSideEncryptionConfigurationV2", name);
    }

    private Declared lifecycle(String name) {
        return plan.one("aws:s3/bucketLifecycleConfigurationV2:BucketLifecycleConfigurationV2", name);
    }
}
