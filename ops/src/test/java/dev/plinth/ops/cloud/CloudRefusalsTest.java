package dev.plinth.ops.cloud;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.plinth.ops.Failure;
import dev.plinth.ops.cloud.CloudPlace.Endpoint;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.exception.SdkClientException;

/** What a person reads when the cloud says no; moto, which lets everybody in, never does. */
final class CloudRefusalsTest {
    private static final String XML_ERROR =
            "<ErrorResponse><Error><Code>%s</Code><Message>%s</Message></Error><RequestId>r-1</RequestId></ErrorResponse>";

    @Test
    void aMissingPermissionIsNamedWithItsActionAndItsResource() {
        var refusal = refusal(
                403,
                XML_ERROR.formatted("AccessDenied", "User ann is not authorized"),
                cloud -> cloud.databases().promote("plinth-replica-0"));

        assertThat(refusal).hasMessage("AWS refuses rds:PromoteReadReplica on plinth-replica-0");
        assertThat(refusal.details()).anyMatch(line -> line.contains("User ann is not authorized"));
    }

    @Test
    void aMissingPermissionOfAServiceThatSpeaksJsonIsNamedToo() {
        var refusal = refusal(
                400,
                "{\"__type\":\"AccessDeniedException\",\"message\":\"no identity-based policy allows it\"}",
                cloud -> cloud.secrets().read("arn:aws:secretsmanager:x"));

        assertThat(refusal).hasMessage("AWS refuses secretsmanager:GetSecretValue on arn:aws:secretsmanager:x");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ExpiredToken", "ExpiredTokenException", "RequestExpired"})
    void credentialsThatHaveExpiredAreToldWithTheWayToGetNewOnes(String code) {
        var refusal = refusal(403, XML_ERROR.formatted(code, "token is expired"), Cloud::account);

        assertThat(refusal).hasMessage("the AWS credentials have expired");
        assertThat(refusal.details()).anyMatch(line -> line.contains("aws sso login"));
    }

    @Test
    void keysThatNobodyKnowsAreToldAsSuch() {
        var refusal = refusal(403, XML_ERROR.formatted("InvalidClientTokenId", "is invalid"), Cloud::account);

        assertThat(refusal).hasMessage("AWS does not know these credentials");
    }

    @ParameterizedTest
    @CsvSource({"DBInstanceNotFound, 404", "DBInstanceNotFoundFault, 400"})
    void whatIsNotThereIsNamed(String code, int status) {
        var refusal = refusal(
                status,
                XML_ERROR.formatted(code, "DBInstance gone not found"),
                cloud -> cloud.databases().restartOnStandby("gone"));

        assertThat(refusal).hasMessage("AWS knows no gone (rds:RebootDBInstance)");
    }

    @Test
    void whatCannotBeDoneNowIsToldInTheServicesOwnWords() {
        var refusal = refusal(
                400,
                XML_ERROR.formatted("InvalidDBInstanceState", "Instance is not in available state"),
                cloud -> cloud.databases().promote("plinth-replica-0"));

        assertThat(refusal).hasMessage("AWS cannot do rds:PromoteReadReplica on plinth-replica-0");
        assertThat(refusal.details()).anyMatch(line -> line.contains("Instance is not in available state"));
    }

    @Test
    void aServiceThatIsSilentIsWaitedForNoLongerThanSaid() throws IOException {
        try (var silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
                var cloud = Cloud.open(new Clients(
                        at(silent.getLocalPort()),
                        new Clients.Patience(Duration.ofMillis(200), Duration.ofMillis(500))))) {
            var refusal = catchThrowableOfType(
                    Failure.class, () -> cloud.targets().health("arn:aws:elasticloadbalancing:group"));

            assertThat(refusal)
                    .hasMessage("AWS does not answer elasticloadbalancing:DescribeTargetHealth"
                            + " on arn:aws:elasticloadbalancing:group");
        }
    }

    @Test
    void aServiceThatIsNotThereIsToldAsSuch() throws IOException {
        int nobody;
        try (var gone = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            nobody = gone.getLocalPort();
        }
        try (var cloud = Cloud.open(at(nobody))) {
            assertThat(catchThrowableOfType(Failure.class, cloud::account))
                    .hasMessageStartingWith("AWS cannot be reached");
        }
    }

    @Test
    void missingCredentialsAreToldWithTheWayToGetThem() {
        var refusal = catchThrowableOfType(
                Failure.class,
                () -> Permissions.ask("sts:GetCallerIdentity", "*", () -> {
                    throw SdkClientException.create(
                            "Unable to load credentials from any of the providers in the chain");
                }));

        assertThat(refusal).hasMessage("there are no AWS credentials");
        assertThat(refusal.details()).anyMatch(line -> line.contains("aws sso login"));
    }

    private static Failure refusal(int status, String answer, Consumer<Cloud> call) {
        try (var stub = StubAws.answering(status, answer);
                var cloud = Cloud.open(stub.place())) {
            return catchThrowableOfType(Failure.class, () -> call.accept(cloud));
        }
    }

    private static CloudPlace at(int port) {
        return new CloudPlace(
                "eu-central-1", Optional.of(new Endpoint(URI.create("http://127.0.0.1:" + port), "test")));
    }
}
