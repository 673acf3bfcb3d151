package dev.plinth.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plinth.sandbox.EngineClient.Known;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.secretsmanager.model.InvalidParameterException;
import software.amazon.awssdk.services.secretsmanager.model.ResourceExistsException;
import software.amazon.awssdk.services.secretsmanager.model.ResourceNotFoundException;

/** A stock client of Secrets Manager reads the program's secrets, and gives them new values. */
final class SecretsIT {
    private static final String ID = "database";

    @TempDir
    private Path folder = Path.of("");

    private RunningCloud cloud;
    private RunningApi api;
    private SecretsManagerClient client;
    private Known secret;

    @BeforeEach
    void serve() throws IOException {
        cloud = new RunningCloud(folder);
        api = new RunningApi(cloud);
        client = api.client(SecretsManagerClient.builder());
        secret = cloud.create("aws:secretsmanager/secret:Secret", ID, "name", ID);
        cloud.create(
                "aws:secretsmanager/secretVersion:SecretVersion",
                ID,
                "secretId",
                secret.id(),
                "secretString",
                "of the program");
    }

    @AfterEach
    void close() {
        client.close();
        api.close();
        cloud.close();
    }

    @Test
    void aValueThatIsPutWinsOverTheProgramsAlsoAfterTheDaemonWasRestarted() throws IOException {
        assertThat(value(ID)).isEqualTo("of the program");

        client.putSecretValue(request -> request.secretId(ID).secretString("rotated"));
        assertThat(value(secret.id())).isEqualTo("rotated");
        client.close();
        api.close();
        cloud.restart();
        api = new RunningApi(cloud);
        client = api.client(SecretsManagerClient.builder());

        assertThat(value(ID)).isEqualTo("rotated");
        assertThat(client.getSecretValue(request -> request.secretId(ID).versionStage("AWSPREVIOUS"))
                        .secretString())
                .isEqualTo("of the program");
    }

    @Test
    void aPendingValueIsReadByItsStageAndBecomesTheCurrentOneWhenItIsMoved() {
        var pending = client.putSecretValue(
                request -> request.secretId(ID).secretString("new").versionStages("AWSPENDING"));
        assertThat(value(ID)).isEqualTo("of the program");
        assertThat(client.getSecretValue(request -> request.secretId(ID).versionStage("AWSPENDING"))
                        .secretString())
                .isEqualTo("new");
        var before = client.getSecretValue(request -> request.secretId(ID)).versionId();

        client.updateSecretVersionStage(request -> request.secretId(ID)
                .versionStage("AWSCURRENT")
                .moveToVersionId(pending.versionId())
                .removeFromVersionId(before));

        assertThat(value(ID)).isEqualTo("new");
        var described = client.describeSecret(request -> request.secretId(ID));
        assertThat(described.arn()).isEqualTo(secret.id());
        assertThat(described.versionIdsToStages())
                .containsEntry(before, List.of("AWSPREVIOUS"))
                .containsEntry(pending.versionId(), List.of("AWSCURRENT", "AWSPENDING"));
        assertThat(client.listSecretVersionIds(request -> request.secretId(ID)).versions())
                .hasSize(2);
        assertThatThrownBy(() -> client.updateSecretVersionStage(request -> request.secretId(ID)
                        .versionStage("AWSCURRENT")
                        .moveToVersionId(before)
                        .removeFromVersionId(before)))
                .isInstanceOf(InvalidParameterException.class);
    }

    @Test
    void aStageOfTheClientsOwnIsTakenAwayAndTheValueStays() {
        var next = client.putSecretValue(
                request -> request.secretId(ID).secretString("new").versionStages("next"));
        var before = client.getSecretValue(request -> request.secretId(ID)).versionId();
        client.updateSecretVersionStage(request -> request.secretId(ID)
                .versionStage("AWSCURRENT")
                .moveToVersionId(next.versionId())
                .removeFromVersionId(before));

        client.updateSecretVersionStage(
                request -> request.secretId(ID).versionStage("next").removeFromVersionId(next.versionId()));

        assertThat(client.describeSecret(request -> request.secretId(ID)).versionIdsToStages())
                .containsEntry(before, List.of("AWSPREVIOUS"))
                .containsEntry(next.versionId(), List.of("AWSCURRENT"));
        assertThatThrownBy(() -> client.updateSecretVersionStage(
                        request -> request.secretId(ID).versionStage("next").removeFromVersionId(next.versionId())))
                .isInstanceOf(InvalidParameterException.class);
    }

    @Test
    void theSamePutTwiceIsOneVersionAndAnotherValueUnderItsTokenIsRefused() {
        var token = "12345678-1234-1234-1234-123456789012";
        client.putSecretValue(
                request -> request.secretId(ID).clientRequestToken(token).secretString("a"));
        client.putSecretValue(
                request -> request.secretId(ID).clientRequestToken(token).secretString("a"));

        assertThatThrownBy(() -> client.putSecretValue(request ->
                        request.secretId(ID).clientRequestToken(token).secretString("b")))
                .isInstanceOf(ResourceExistsException.class);
        assertThat(client.listSecretVersionIds(request -> request.secretId(ID)).versions())
                .hasSize(2);
    }

    @Test
    void aSecretThatIsMadeAgainKnowsNothingOfItsEarlierValues() {
        client.putSecretValue(request -> request.secretId(ID).secretString("old"));
        cloud.engine().delete(secret);
        cloud.create("aws:secretsmanager/secret:Secret", ID, "name", ID);

        assertThatThrownBy(() -> value("none"))
                .isInstanceOf(ResourceNotFoundException.class)
                .hasMessageContaining("there is no secret none in eu-central-1");
        assertThat(client.listSecretVersionIds(request -> request.secretId(ID)).versions())
                .singleElement()
                .satisfies(version -> assertThat(version.versionStages()).containsExactly("AWSCURRENT"));
        assertThat(value(ID)).isEqualTo("of the program");
    }

    private String value(String id) {
        return client.getSecretValue(request -> request.secretId(id)).secretString();
    }
}
