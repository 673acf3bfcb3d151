package dev.plinth.policies.security.storage;

import dev.plinth.policy.ObjectProperty;
import dev.plinth.policy.Patch;
import dev.plinth.policy.Properties;
import dev.plinth.policy.Property;
import dev.plinth.policy.Shape;

/** How objects are encrypted unless their writer says otherwise; both classes of buckets have it alike. */
record DefaultEncryption(
        ObjectProperty<Properties> byDefault,
        Property<String> sseAlgorithm,
        Property<String> keyId,
        Property<Boolean> bucketKeyEnabled) {

    /** In a rule of this shape. */
    static DefaultEncryption in(Shape rule) {
        ObjectProperty<Properties> byDefault = rule.object("applyServerSideEncryptionByDefault");
        return new DefaultEncryption(
                byDefault,
                byDefault.fields().text("sseAlgorithm"),
                byDefault.fields().text("kmsMasterKeyId"),
                rule.flag("bucketKeyEnabled"));
    }

    /** By which algorithm; empty if none is said. */
    String algorithm(Properties rule) {
        return rule.get(byDefault).flatMap(known -> known.get(sseAlgorithm)).orElse("");
    }

    /** Whether S3 derives the keys of many objects from one that it asked KMS for. */
    boolean hasBucketKey(Properties rule) {
        return rule.get(bucketKeyEnabled).orElse(false);
    }

    /** Encrypts by a key in KMS, the account's own if none is given. */
    Patch kms(String keyArn) {
        Patch algorithm = Patch.put(sseAlgorithm, "aws:kms");
        return Patch.inside(byDefault, keyArn.isEmpty() ? algorithm : algorithm.and(Patch.put(keyId, keyArn)));
    }

    Patch bucketKey() {
        return Patch.put(bucketKeyEnabled, true);
    }
}
