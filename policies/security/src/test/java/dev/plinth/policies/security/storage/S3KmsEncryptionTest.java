package dev.plinth.policies.security.storage;

import static org.assertj.core.api.Assertions.assertThat;

import com.pulumi.aws.s3.Bucket;
import com.pulumi.aws.s3.BucketArgs;
import com.pulumi.aws.s3.BucketServerSideEncryptionConfigurationV2;
import com.pulumi.aws.s3.BucketServerSideEncryptionConfigurationV2Args;
import com.pulumi.aws.s3.BucketV2;
import com.pulumi.aws.s3.inputs.BucketServerSideEncryptionConfigurationArgs;
import com.pulumi.aws.s3.inputs.BucketServerSideEncryptionConfigurationRuleApplyServerSideEncryptionByDefaultArgs;
import com.pulumi.aws.s3.inputs.BucketServerSideEncryptionConfigurationRuleArgs;
import com.pulumi.aws.s3.inputs.BucketServerSideEncryptionConfigurationV2RuleApplyServerSideEncryptionByDefaultArgs;
import com.pulumi.aws.s3.inputs.BucketServerSideEncryptionConfigurationV2RuleArgs;
import dev.plinth.policy.test.PolicyTest;
import dev.plinth.policy.test.TestResource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class S3KmsEncryptionTest {
    private static final String KEY = "arn:aws:kms:eu-central-1:111111111111:key/1";
    private static final TestResource UNENCRYPTED = TestResource.of(Bucket.class, "data");

    private final PolicyTest rule = PolicyTest.of(new S3KmsEncryption());

    @Test
    void acceptsAKeyInKms() {
        assertThat(rule.violations(bucket("aws:kms", true), setting("aws:kms", true)))
                .isEmpty();
    }

    @Test
    void acceptsTwoLayersWhichHaveNoBucketKeys() {
        assertThat(rule.violations(setting("aws:kms:dsse", false))).isEmpty();
    }

    @Test
    void rejectsABucketThatSaysNothing() {
        assertThat(rule.violations(UNENCRYPTED)).containsExactly("data does not say how its objects are encrypted");
        assertThat(rule.violations(TestResource.of(BucketServerSideEncryptionConfigurationV2.class, "setting")
                        .with("rules", List.of(Map.of("bucketKeyEnabled", true)))))
                .hasSize(1);
    }

    @Test
    void rejectsACallForEveryObject() {
        assertThat(rule.violations(bucket("aws:kms", false)))
                .containsExactly("data asks KMS for every object, as bucketKeyEnabled is not true");
        assertThat(rule.violations(setting("aws:kms", false))).hasSize(1);
    }

    @Test
    void acceptsTheKeysOfS3WhereTheyAreAllowed() {
        assertThat(rule.violations(bucket("AES256", false), setting("AES256", false)))
                .isEmpty();
        assertThat(rule.configured("ownedByS3", false).violations(setting("AES256", false)))
                .containsExactly("setting is encrypted by S3's own keys (AES256), needs aws:kms");
    }

    @Test
    void leavesBucketsWithSettingsOfTheirOwnToAnotherRule() {
        assertThat(rule.notApplicable(TestResource.of(BucketV2.class, "data"))).containsExactly("is about other types");
    }

    @Test
    void waitsForAnUnknownValue() {
        assertThat(rule.undecided(UNENCRYPTED.unknown("serverSideEncryptionConfiguration")))
                .containsExactly("data: serverSideEncryptionConfiguration is not known before the deployment");
        assertThat(rule.undecided(setting("aws:kms", true).unknown("rules"))).hasSize(1);
    }

    @Test
    void encryptsABucketThatSaysNothing() {
        TestResource remedied = rule.remedied(UNENCRYPTED);

        assertThat(remedied.resource()).isEqualTo(bucket("aws:kms", true).resource());
        assertThat(rule.violations(remedied)).isEmpty();
        assertThat(rule.remedied(remedied).resource()).isEqualTo(remedied.resource());
    }

    @Test
    void encryptsByTheKeyThatIsConfigured() {
        TestResource remedied = rule.configured("keyArn", KEY).remedied(UNENCRYPTED);

        assertThat(remedied.resource())
                .isEqualTo(
                        bucket(byDefault("aws:kms").kmsMasterKeyId(KEY), true).resource());
    }

    @Test
    void keepsTheKeyThatIsThere() {
        TestResource costly = bucket(byDefault("aws:kms").kmsMasterKeyId(KEY), false);

        assertThat(rule.remedied(costly).resource())
                .isEqualTo(
                        bucket(byDefault("aws:kms").kmsMasterKeyId(KEY), true).resource());
    }

    @Test
    void replacesTheKeysOfS3OnlyWhereTheyAreNotAllowed() {
        PolicyTest strict = rule.configured("ownedByS3", false);

        assertThat(rule.remedied(setting("AES256", false)).resource())
                .isEqualTo(setting("AES256", false).resource());
        assertThat(strict.remedied(setting("AES256", false)).resource())
                .isEqualTo(setting("aws:kms", true).resource());
    }

    private static TestResource bucket(String algorithm, boolean keyed) {
        return bucket(byDefault(algorithm), keyed);
    }

    private static TestResource bucket(
            BucketServerSideEncryptionConfigurationRuleApplyServerSideEncryptionByDefaultArgs.Builder byDefault,
            boolean keyed) {
        return TestResource.of(
                Bucket.class,
                "data",
                BucketArgs.builder()
                        .serverSideEncryptionConfiguration(BucketServerSideEncryptionConfigurationArgs.builder()
                                .rule(BucketServerSideEncryptionConfigurationRuleArgs.builder()
                                        .applyServerSideEncryptionByDefault(byDefault.build())
                                        .bucketKeyEnabled(keyed)
                                        .build())
                                .build())
                        .build());
    }

    private static BucketServerSideEncryptionConfigurationRuleApplyServerSideEncryptionByDefaultArgs.Builder byDefault(
            String algorithm) {
        return BucketServerSideEncryptionConfigurationRuleApplyServerSideEncryptionByDefaultArgs.builder()
                .sseAlgorithm(algorithm);
    }

    private static TestResource setting(String algorithm, boolean keyed) {
        var byDefault = BucketServerSideEncryptionConfigurationV2RuleApplyServerSideEncryptionByDefaultArgs.builder()
                .sseAlgorithm(algorithm)
                .build();
        return TestResource.of(
                BucketServerSideEncryptionConfigurationV2.class,
                "setting",
                BucketServerSideEncryptionConfigurationV2Args.builder()
                        .bucket("data")
                        .rules(BucketServerSideEncryptionConfigurationV2RuleArgs.builder()
                                .applyServerSideEncryptionByDefault(byDefault)
                                .bucketKeyEnabled(keyed)
                                .build())
                        .build());
    }
}
