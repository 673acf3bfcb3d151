package dev.plinth.policies.security.storage;

import static org.assertj.core.api.Assertions.assertThat;

import com.pulumi.aws.s3.Bucket;
import com.pulumi.aws.s3.BucketAclV2;
import com.pulumi.aws.s3.BucketAclV2Args;
import dev.plinth.policy.test.PolicyTest;
import dev.plinth.policy.test.TestResource;
import org.junit.jupiter.api.Test;

final class S3NoPublicAclTest {
    private final PolicyTest rule = PolicyTest.of(new S3NoPublicAcl());
    private final TestResource bucket = TestResource.of(Bucket.class, "data");

    @Test
    void acceptsPrivateListsAndNone() {
        assertThat(rule.violations(
                        bucket,
                        bucket.with("acl", "private"),
                        bucket.with("acl", "log-delivery-write"),
                        list("private")))
                .isEmpty();
    }

    @Test
    void rejectsPublicLists() {
        assertThat(rule.violations(bucket.with("acl", "public-read")))
                .containsExactly("data is open to people whom nobody has named, by public-read");
        assertThat(rule.violations(list("public-read-write"))).hasSize(1);
    }

    @Test
    void takesEverybodyWithAnAccountForThePublic() {
        assertThat(rule.violations(list("authenticated-read"))).hasSize(1);
    }

    @Test
    void waitsForAnUnknownValue() {
        assertThat(rule.undecided(bucket.unknown("acl")))
                .containsExactly("data: acl is not known before the deployment");
    }

    @Test
    void closesTheList() {
        assertThat(rule.remedied(list("public-read")).resource())
                .isEqualTo(list("private").resource());
        assertThat(rule.remedied(list("private")).resource())
                .isEqualTo(list("private").resource());
    }

    private static TestResource list(String acl) {
        return TestResource.of(
                BucketAclV2.class,
                "list",
                BucketAclV2Args.builder().bucket("data").acl(acl).build());
    }
}
