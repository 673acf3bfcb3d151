package dev.plinth.infra.storage;

import com.pulumi.core.Output;
import dev.plinth.infra.access.Statement;
import dev.plinth.infra.component.Place;
import java.util.List;

/**
 * What a bucket is made from.
 *
 * @param bucketName its name among all buckets of AWS, see {@link dev.plinth.infra.component.Scope#globalTitle}
 * @param admissions who else than the account's own roles may come to it, see {@link Bucket#arn(String)}
 */
public record BucketArgs(
        String bucketName, Place place, Encryption encryption, Retention retention, List<Statement> admissions) {

    public BucketArgs {
        admissions = List.copyOf(admissions);
    }

    /** A bucket in the environment's region that is encrypted by S3 and closed to others. */
    public static BucketArgs of(String bucketName, Retention retention) {
        return new BucketArgs(bucketName, Place.HOME, new Encryption.OwnedByS3(), retention, List.of());
    }

    public BucketArgs in(Place other) {
        return new BucketArgs(bucketName, other, encryption, retention, admissions);
    }

    public BucketArgs encryptedBy(Output<String> keyArn) {
        return new BucketArgs(bucketName, place, new Encryption.OwnKey(keyArn), retention, admissions);
    }

    public BucketArgs admitting(Statement... statements) {
        return new BucketArgs(bucketName, place, encryption, retention, List.of(statements));
    }
}
