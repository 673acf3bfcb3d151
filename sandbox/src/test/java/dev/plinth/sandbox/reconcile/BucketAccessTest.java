package dev.plinth.sandbox.reconcile;

import static dev.plinth.sandbox.Inputs.fields;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.sandbox.proxy.OriginSettings.Access;
import dev.plinth.sandbox.state.StoredResource;
import dev.plinth.sandbox.state.Urn;
import dev.plinth.sandbox.value.Value.Fields;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class BucketAccessTest {
    private static final String CDN = "arn:aws:cloudfront::1:distribution/E1";
    private static final String POLICY = """
        {"Statement": [{"Effect": "Allow", "Principal": {"Service": "cloudfront.amazonaws.com"},
          "Action": ["s3:GetObject"], "Resource": ["arn:aws:s3:::site/releases/*"],
          "Condition": {"StringEquals": {"AWS:SourceArn": "arn:aws:cloudfront::1:distribution/E1"}}},
         {"Effect": "Deny", "Principal": "*", "Action": "s3:*", "Resource": "arn:aws:s3:::site/*",
          "Condition": {"Bool": {"aws:SecureTransport": "false"}}}]}
        """;

    @Test
    void theDistributionReadsWhatThePolicyOpensToIt() {
        assertThat(access("site", POLICY, CDN)).isEqualTo(new Access(List.of("releases/*"), false));
    }

    @Test
    void anotherDistributionAndAnotherBucketReadNothing() {
        var nothing = new Access(List.of(), false);

        assertThat(access("site", POLICY, "arn:aws:cloudfront::1:distribution/E2"))
                .isEqualTo(nothing);
        assertThat(access("other", POLICY, CDN)).isEqualTo(nothing);
        assertThat(access("site", "no JSON", CDN)).isEqualTo(nothing);
    }

    @Test
    void whoMayListIsToldWhatIsMissing() {
        var listing = POLICY.replace("\"s3:GetObject\"", "\"s3:GetObject\", \"s3:ListBucket\"");

        assertThat(access("site", listing, CDN).listable()).isTrue();
    }

    private static Access access(String bucket, String policy, String distributionArn) {
        var resource = new StoredResource(
                new Urn("urn:pulumi:test::sandbox::aws:s3/bucketPolicy:BucketPolicy::site"),
                "site",
                0,
                fields("bucket", "site", "policy", policy),
                Fields.EMPTY,
                true);
        return BucketAccess.of(new Snapshot(List.of(resource), Map.of()), bucket, distributionArn);
    }
}
