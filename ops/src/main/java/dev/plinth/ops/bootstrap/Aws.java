package dev.plinth.ops.bootstrap;

import java.util.function.Function;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sts.StsClient;

/** Clients of AWS in one region, with the user's own credentials. */
public record Aws(StsClient sts, KmsClient kms, S3Client s3) implements AutoCloseable {
    /** How clients are found for the name of a region. */
    public interface Regions extends Function<String, Aws> {}

    /** The real AWS, or what {@code AWS_ENDPOINT_URL} says is to be taken for it. */
    public static Aws in(String name) {
        var region = Region.of(name);
        var http = UrlConnectionHttpClient.builder();
        return new Aws(
                StsClient.builder().region(region).httpClientBuilder(http).build(),
                KmsClient.builder().region(region).httpClientBuilder(http).build(),
                S3Client.builder().region(region).httpClientBuilder(http).build());
    }

    @Override
    public void close() {
        sts.close();
        kms.close();
        s3.close();
    }
}
