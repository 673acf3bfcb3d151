package dev.plinth.infra.storage;

import com.pulumi.core.Output;

/** Whose key encrypts a bucket's objects. */
public sealed interface Encryption {

    /** Keys of S3's own: for what everybody may read, and for writers that cannot use a key of ours. */
    record OwnedByS3() implements Encryption {}

    /** A key of the environment. */
    record OwnKey(Output<String> arn) implements Encryption {}
}
