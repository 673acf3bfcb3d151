package dev.plinth.ops;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.ops.bootstrap.Aws;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.kms.model.DescribeKeyRequest;
import software.amazon.awssdk.services.kms.model.DescribeKeyResponse;
import software.amazon.awssdk.services.kms.model.KmsException;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.model.GetCallerIdentityResponse;
import software.amazon.awssdk.services.sts.model.StsException;

/** What bootstrap says of an account that does not let it in; the rest is proven against an emulator. */
final class BootstrapTest {
    @TempDir
    private Path folder;

    @Test
    void anotherAccountIsLeftAlone() {
        var desk = new Desk(folder).with(region -> aws(() -> caller("999999999999")));

        assertThat(desk.run("bootstrap", "production", "--yes")).isEqualTo(ExitCode.FAILED.number());
        assertThat(desk.err())
                .contains(
                        "production belongs to account 123456789012, and you are signed in to account 999999999999",
                        "signed in as: arn:aws:iam::999999999999:user/ann");
    }

    @Test
    void missingCredentialsAreToldWithTheWayToGetThem() {
        var desk = new Desk(folder)
                .with(region -> aws(() -> {
                    throw SdkClientException.create(
                            "Unable to load credentials from any of the providers in the chain");
                }));

        assertThat(desk.run("bootstrap", "production")).isEqualTo(ExitCode.FAILED.number());
        assertThat(desk.err()).contains("there are no AWS credentials", "aws sso login");
    }

    @Test
    void credentialsThatHaveExpiredAreToldAsSuch() {
        var desk = new Desk(folder)
                .with(region -> aws(() -> {
                    throw StsException.builder()
                            .statusCode(403)
                            .awsErrorDetails(AwsErrorDetails.builder()
                                    .errorCode("ExpiredToken")
                                    .build())
                            .build();
                }));

        assertThat(desk.run("bootstrap", "production")).isEqualTo(ExitCode.FAILED.number());
        assertThat(desk.err()).contains("the AWS credentials have expired");
    }

    @Test
    void aMissingPermissionIsNamedWithItsResource() {
        var desk = new Desk(folder).with(region -> aws(() -> caller("123456789012")));

        assertThat(desk.run("bootstrap", "production")).isEqualTo(ExitCode.FAILED.number());
        assertThat(desk.err())
                .contains("AWS refuses kms:DescribeKey on alias/plinth-state", "User ann is not authorized");
    }

    @Test
    void aStackWithoutAnAccountIsToldWhereItBelongs() throws IOException {
        var desk = new Desk(folder);
        Files.writeString(desk.house().home().resolve("Pulumi.staging.yaml"), "config:\n  plinth:region: eu-west-1\n");

        assertThat(desk.run("bootstrap", "staging")).isEqualTo(ExitCode.USAGE.number());
        assertThat(desk.err()).contains("Pulumi.staging.yaml: expected plinth:account");
    }

    private static GetCallerIdentityResponse caller(String account) {
        return GetCallerIdentityResponse.builder()
                .account(account)
                .arn("arn:aws:iam::%s:user/ann".formatted(account))
                .build();
    }

    /** An account that tells who asks and lets nobody near its keys. */
    private static Aws aws(Supplier<GetCallerIdentityResponse> caller) {
        return new Aws(
                new StsClient() {
                    @Override
                    public GetCallerIdentityResponse getCallerIdentity() {
                        return caller.get();
                    }

                    @Override
                    public String serviceName() {
                        return "sts";
                    }

                    @Override
                    public void close() {}
                },
                new KmsClient() {
                    @Override
                    public DescribeKeyResponse describeKey(DescribeKeyRequest request) {
                        throw KmsException.builder()
                                .statusCode(400)
                                .message("User ann is not authorized")
                                .awsErrorDetails(AwsErrorDetails.builder()
                                        .errorCode("AccessDeniedException")
                                        .build())
                                .build();
                    }

                    @Override
                    public String serviceName() {
                        return "kms";
                    }

                    @Override
                    public void close() {}
                },
                new S3Client() {
                    @Override
                    public String serviceName() {
                        return "s3";
                    }

                    @Override
                    public void close() {}
                });
    }
}
