package dev.plinth.ops;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.plinth.ops.bootstrap.Aws;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.s3.model.BucketVersioningStatus;

/** Bootstrap against the AWS emulator moto. */
final class BootstrapIT {
    private static final String BUCKET = "plinth-state-123456789012-eu-central-1";

    @TempDir
    private Path folder;

    private Moto moto;

    @BeforeEach
    void anEmptyAccount() throws IOException, InterruptedException {
        moto = Moto.start(folder.resolve("moto.log"));
    }

    @AfterEach
    void theEnd() {
        moto.close();
    }

    @Test
    void theFirstRunShowsWhatIsMissingAndMakesIt() {
        var desk = desk();

        assertThat(desk.run("bootstrap", "production", "--yes")).isZero();
        assertThat(desk.out()).startsWith("""
                  + key alias/plinth-state
                  + key alias/plinth-state: rotates each year
                  + bucket %1$s
                  + bucket %1$s: no public access
                  + bucket %1$s: its account owns every object
                  + bucket %1$s: keeps every version
                  + bucket %1$s: encrypted with alias/plinth-state
                  + bucket %1$s: refuses what does not come by TLS
                """.formatted(BUCKET)).endsWith("""
                next:
                  pulumi login 's3://%s?region=eu-central-1'
                  pulumi stack init production --secrets-provider 'awskms://alias/plinth-state?region=eu-central-1'
                  plinth up production
                """.formatted(BUCKET));
        try (var aws = Aws.at(moto.place("eu-central-1"))) {
            assertThat(aws.s3().getBucketVersioning(r -> r.bucket(BUCKET)).status())
                    .isEqualTo(BucketVersioningStatus.ENABLED);
            assertThat(aws.kms().getKeyRotationStatus(r -> r.keyId(keyOf())).keyRotationEnabled())
                    .isTrue();
        }
    }

    @Test
    void theSecondRunChangesNothing() throws IOException {
        desk().run("bootstrap", "production", "--yes");
        var again = desk();

        assertThat(again.run("bootstrap", "production", "--json")).isZero();
        var data = new ObjectMapper().readTree(again.out());
        assertThat(data.at("/made")).isEmpty();
        assertThat(data.at("/backend").asText()).isEqualTo("s3://%s?region=eu-central-1".formatted(BUCKET));
        assertThat(again.err()).contains("everything is there in account 123456789012");
    }

    @Test
    void whatWasTakenAwayIsMadeAgainAndNothingElse() {
        desk().run("bootstrap", "production", "--yes");
        try (var aws = Aws.at(moto.place("eu-central-1"))) {
            aws.s3().deleteBucketPolicy(r -> r.bucket(BUCKET));
        }
        var again = desk();

        assertThat(again.run("bootstrap", "production", "--yes")).isZero();
        assertThat(again.out().lines().filter(line -> line.startsWith("  + ")))
                .containsExactly("  + bucket %s: refuses what does not come by TLS".formatted(BUCKET));
    }

    @Test
    void nothingIsMadeWithoutAYes() {
        var unasked = desk();
        assertThat(unasked.run("bootstrap", "production")).isEqualTo(ExitCode.USAGE.number());
        var refused = desk().answering("no");
        assertThat(refused.run("bootstrap", "production")).isEqualTo(ExitCode.FAILED.number());

        assertThat(refused.err()).contains("not confirmed; nothing was changed");
        try (var aws = Aws.at(moto.place("eu-central-1"))) {
            assertThat(aws.s3().listBuckets().buckets()).isEmpty();
        }
    }

    @Test
    void theAccountOfTheStackHasToBeTheCallers() throws IOException {
        var desk = desk();
        Files.writeString(
                desk.house().home().resolve("Pulumi.production.yaml"),
                "config:\n  plinth:region: eu-central-1\n  plinth:account: \"222222222222\"\n");

        assertThat(desk.run("bootstrap", "production", "--yes")).isEqualTo(ExitCode.FAILED.number());
        assertThat(desk.err()).contains("production belongs to account 222222222222");
    }

    private Desk desk() {
        return new Desk(folder).with(region -> Aws.at(moto.place(region)));
    }

    private String keyOf() {
        try (var aws = Aws.at(moto.place("eu-central-1"))) {
            return aws.kms()
                    .describeKey(r -> r.keyId("alias/plinth-state"))
                    .keyMetadata()
                    .keyId();
        }
    }
}
