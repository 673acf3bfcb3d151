package dev.plinth.ops.cloud;

import java.time.Duration;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.core.retry.RetryMode;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;

/** Makes the SDK's clients for a place: each with an end to its patience, and with AWS's standard retries. */
final class Clients {
    /** Of one attempt; AWS answers what is asked here within seconds. */
    private static final Duration ATTEMPT_MAX = Duration.ofSeconds(20);

    /** Of a call with all its retries. */
    private static final Duration CALL_MAX = Duration.ofSeconds(60);

    private final CloudPlace place;

    Clients(CloudPlace place) {
        this.place = place;
    }

    <B extends AwsSyncClientBuilder<B, C> & AwsClientBuilder<B, C>, C> C of(B builder) {
        builder.region(Region.of(place.region()))
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .overrideConfiguration(ClientOverrideConfiguration.builder()
                        .apiCallAttemptTimeout(ATTEMPT_MAX)
                        .apiCallTimeout(CALL_MAX)
                        .retryStrategy(RetryMode.STANDARD)
                        .build());
        place.endpoint()
                .ifPresent(endpoint -> builder.endpointOverride(endpoint.address())
                        .credentialsProvider(StaticCredentialsProvider.create(
                                // Nobody checks the signature there.
                                AwsBasicCredentials.create(endpoint.token(), "unused"))));
        return builder.build();
    }

    /** Whether buckets are found by path: their names are no hosts on this machine. */
    boolean pathStyle() {
        return place.endpoint().isPresent();
    }
}
