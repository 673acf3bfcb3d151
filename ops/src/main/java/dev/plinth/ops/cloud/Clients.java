package dev.plinth.ops.cloud;

import java.time.Duration;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.core.retry.RetryMode;
import software.amazon.awssdk.http.urlconnection.ProxyConfiguration;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

/** Makes the SDK's clients for a place: each with an end to its patience, and with AWS's standard retries. */
public final class Clients {
    private final CloudPlace place;
    private final Patience patience;

    public Clients(CloudPlace place) {
        this(place, Patience.USUAL);
    }

    Clients(CloudPlace place, Patience patience) {
        this.place = place;
        this.patience = patience;
    }

    /** How long one attempt may take, and a call with all its attempts. */
    record Patience(Duration attemptMax, Duration callMax) {
        /** AWS answers what is asked here within seconds. */
        static final Patience USUAL = new Patience(Duration.ofSeconds(20), Duration.ofSeconds(60));
    }

    /** A client as the builder says, for this place. */
    public <B extends AwsSyncClientBuilder<B, C> & AwsClientBuilder<B, C>, C> C of(B builder) {
        builder.region(Region.of(place.region()))
                .overrideConfiguration(ClientOverrideConfiguration.builder()
                        .apiCallAttemptTimeout(patience.attemptMax())
                        .apiCallTimeout(patience.callMax())
                        .retryStrategy(RetryMode.STANDARD)
                        .build())
                .httpClientBuilder(UrlConnectionHttpClient.builder());
        place.endpoint().ifPresent(endpoint -> lead(builder, endpoint));
        return builder.build();
    }

    String region() {
        return place.region();
    }

    /** A client of S3; names of buckets are no hosts on this machine, so there they are part of the path. */
    public S3Client s3() {
        return of(S3Client.builder().forcePathStyle(place.endpoint().isPresent()));
    }

    private static <B extends AwsSyncClientBuilder<B, C> & AwsClientBuilder<B, C>, C> void lead(
            B builder, CloudPlace.Endpoint endpoint) {
        // What answers on this machine is not behind the proxy of the user's network.
        var direct = ProxyConfiguration.builder()
                .useSystemPropertyValues(false)
                .useEnvironmentVariablesValues(false)
                .build();
        // Nobody checks the signature there.
        var credentials = AwsBasicCredentials.create(endpoint.token(), "unused");
        builder.endpointOverride(endpoint.address())
                .credentialsProvider(StaticCredentialsProvider.create(credentials))
                .httpClientBuilder(UrlConnectionHttpClient.builder().proxyConfiguration(direct));
    }
}
