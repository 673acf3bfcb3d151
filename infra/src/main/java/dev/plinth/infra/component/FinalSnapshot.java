package dev.plinth.infra.component;

import com.pulumi.core.Output;

/** The name of the snapshot that a data store leaves when it is deleted. */
public final class FinalSnapshot {
    private static final int KEY_PART = 8;

    private FinalSnapshot() {}

    /** A name that a later environment of the same name does not meet again: it carries a part of this one's key. */
    public static Output<String> name(String title, Output<String> keyArn) {
        return keyArn.applyValue(arn -> {
            var keyId = arn.substring(arn.lastIndexOf('/') + 1);
            return "%s-final-%s".formatted(title, keyId.substring(0, Math.min(KEY_PART, keyId.length())));
        });
    }
}
