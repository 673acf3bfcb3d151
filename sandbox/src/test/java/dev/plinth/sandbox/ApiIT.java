package dev.plinth.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.secretsmanager.model.SecretsManagerException;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.model.StsException;

/** Stock clients of AWS are answered as AWS answers them. */
final class ApiIT {
    @TempDir
    private static Path folder = Path.of("");

    private static RunningCloud cloud;
    private static RunningApi api;

    @BeforeAll
    static void serve() throws IOException {
        cloud = new RunningCloud(folder);
        api = new RunningApi(cloud);
    }

    @AfterAll
    static void close() {
        api.close();
        cloud.close();
    }

    @Test
    void theCallerIsToldTheAccountOfTheResources() {
        try (var sts = api.client(StsClient.builder())) {
            assertThat(sts.getCallerIdentity().account()).isEqualTo("000000000000");
        }
    }

    @Test
    void whoDoesNotHaveTheTokenIsRefusedInTheWordsOfEachProtocol() {
        try (var sts = api.client(StsClient.builder(), "another");
                var secrets = api.client(SecretsManagerClient.builder(), "another");
                var objects = api.client(S3Client.builder().forcePathStyle(true), "another")) {
            assertThatThrownBy(sts::getCallerIdentity)
                    .isInstanceOfSatisfying(
                            StsException.class,
                            e -> assertThat(e.awsErrorDetails().errorCode()).isEqualTo("InvalidClientTokenId"))
                    .hasMessageContaining("daemon.json");
            assertThatThrownBy(() -> secrets.getSecretValue(request -> request.secretId("x")))
                    .isInstanceOf(SecretsManagerException.class)
                    .hasMessageContaining("daemon.json");
            assertThatThrownBy(() -> objects.listObjectsV2(request -> request.bucket("x")))
                    .isInstanceOf(S3Exception.class)
                    .hasMessageContaining("daemon.json");
        }
    }

    @Test
    void anActionThatIsNotServedIsRefusedByNameWithThoseThatAre() {
        try (var sts = api.client(StsClient.builder())) {
            assertThatThrownBy(sts::getSessionToken)
                    .isInstanceOf(StsException.class)
                    .hasMessageContaining(
                            "the sandbox does not serve GetSessionToken of sts; it serves GetCallerIdentity");
        }
    }
}
