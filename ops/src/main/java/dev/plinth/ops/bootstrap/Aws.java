package dev.plinth.ops.bootstrap;

import dev.plinth.ops.cloud.Clients;
import dev.plinth.ops.cloud.CloudPlace;
import java.util.function.Function;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sts.StsClient;

/** What a new account is made ready with. */
public record Aws(StsClient sts, KmsClient kms, S3Client s3) implements AutoCloseable {
    /** How clients are found for the name of a region. */
    public interface Regions extends Function<String, Aws> {}

    /** The real AWS, or what {@code AWS_ENDPOINT_URL} says is to be taken for it. */
    public static Aws in(String region) {
        return at(CloudPlace.aws(region));
    }

    /** What answers at a place. */
    public static Aws at(CloudPlace place) {
        var clients = new Clients(place);
        return new Aws(clients.of(StsClient.builder()), clients.of(KmsClient.builder()), clients.s3());
    }

    @Override
    public void close() {
        sts.close();
        kms.close();
        s3.close();
    }
}
