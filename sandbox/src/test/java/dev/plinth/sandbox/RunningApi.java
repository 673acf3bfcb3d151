package dev.plinth.sandbox;

import dev.plinth.sandbox.api.ApiServer;
import java.io.IOException;
import java.net.URI;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;

/** The APIs of a running cloud, and stock clients of AWS that talk to them. */
public final class RunningApi implements AutoCloseable {
    private static final String TOKEN = "token-of-the-daemon";
    private final ApiServer server;

    public RunningApi(RunningCloud cloud) throws IOException {
        server = ApiServer.start(TOKEN, cloud.cloud().api());
    }

    /** A client with the right key. */
    public <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> C client(B builder) {
        return client(builder, TOKEN);
    }

    /** A client with any key. */
    public <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> C client(B builder, String key) {
        return builder.endpointOverride(URI.create("http://127.0.0.1:" + server.port()))
                .region(Region.EU_CENTRAL_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create(key, "any")))
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .build();
    }

    @Override
    public void close() {
        server.close();
    }
}
