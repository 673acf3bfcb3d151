package dev.plinth.policies.breaches;

import com.pulumi.aws.s3.Bucket;

/** Something that a pack puts right. */
final class Remedied {
    private Remedied() {}

    /** A bucket that says nothing of encryption, for s3-kms-encryption at the level remediate. */
    static void bucket() {
        new Bucket("plain");
    }
}
