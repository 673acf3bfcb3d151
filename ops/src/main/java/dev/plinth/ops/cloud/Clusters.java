package dev.plinth.ops.cloud;

import dev.plinth.ops.Failure;
import dev.plinth.ops.tls.Authority;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Base64;
import javax.net.ssl.SSLContext;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4FamilyHttpSigner;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;
import software.amazon.awssdk.services.eks.EksClient;

/** Kubernetes clusters of EKS, which let in who can show a signed request of theirs to STS. */
public final class Clusters {
    private static final Duration CONNECT_MAX = Duration.ofSeconds(5);
    /** As long as EKS takes one for. */
    private static final Duration TOKEN_LIFE = Duration.ofSeconds(60);

    private static final String PREFIX = "k8s-aws-v1.";

    private final EksClient client;
    private final String region;

    Clusters(EksClient client, String region) {
        this.client = client;
        this.region = region;
    }

    /** A cluster by its name. */
    public Cluster open(String name) {
        var found = Permissions.ask(
                        "eks:DescribeCluster", name, () -> client.describeCluster(request -> request.name(name)))
                .cluster();
        var authority = Base64.getDecoder().decode(found.certificateAuthority().data());
        var http = HttpClient.newBuilder()
                .connectTimeout(CONNECT_MAX)
                .sslContext(trusting(name, authority))
                .build();
        return new Cluster(URI.create(found.endpoint()), () -> token(name, credentials(name)), http);
    }

    /** What {@code aws eks get-token} prints. */
    String token(String cluster, AwsCredentialsIdentity credentials) {
        var request = SdkHttpRequest.builder()
                .method(SdkHttpMethod.GET)
                .uri(URI.create("https://sts.%s.amazonaws.com/".formatted(region)))
                .putRawQueryParameter("Action", "GetCallerIdentity")
                .putRawQueryParameter("Version", "2011-06-15")
                .putHeader("x-k8s-aws-id", cluster)
                .build();
        var signed = AwsV4HttpSigner.create()
                .sign(sign -> sign.identity(credentials)
                        .request(request)
                        .putProperty(AwsV4HttpSigner.REGION_NAME, region)
                        .putProperty(AwsV4FamilyHttpSigner.SERVICE_SIGNING_NAME, "sts")
                        .putProperty(
                                AwsV4FamilyHttpSigner.AUTH_LOCATION, AwsV4FamilyHttpSigner.AuthLocation.QUERY_STRING)
                        .putProperty(AwsV4FamilyHttpSigner.EXPIRATION_DURATION, TOKEN_LIFE));
        var url = signed.request().getUri().toString();
        return PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(url.getBytes(StandardCharsets.UTF_8));
    }

    private AwsCredentialsIdentity credentials(String cluster) {
        return Permissions.ask(
                "eks:DescribeCluster",
                cluster,
                () -> client.serviceClientConfiguration()
                        .credentialsProvider()
                        .resolveIdentity()
                        .join());
    }

    private static SSLContext trusting(String cluster, byte[] authority) {
        try {
            return Authority.trusting(new ByteArrayInputStream(authority));
        } catch (IOException | GeneralSecurityException e) {
            throw Failure.failed(
                    "the authority that AWS names for the cluster %s is no certificate".formatted(cluster),
                    e.toString());
        }
    }
}
