package dev.plinth.infra.keys;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.pulumi.test.PulumiTest;
import dev.plinth.infra.access.Effect;
import dev.plinth.infra.access.Statement;
import dev.plinth.infra.component.Account;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Who may use a key, for each purpose. */
final class KeyPolicyTest {
    private static final KeyPolicy POLICY =
            new KeyPolicy("plinth-x", new Account("111122223333", "eu-central-1", "eu-west-1"), "eu-central-1");

    @ParameterizedTest
    @EnumSource(Purpose.class)
    void administratorsManageAKeyButCannotUseIt(Purpose purpose) {
        var manage = statement(purpose, "Manage");

        assertThat(manage.at("/Principal/AWS/0").asText()).isEqualTo("arn:aws:iam::111122223333:root");
        assertThat(texts(manage.get("Action")))
                .contains("kms:PutKeyPolicy", "kms:ScheduleKeyDeletion", "kms:EnableKeyRotation")
                .noneMatch(action -> action.contains("crypt") || action.contains("Generate") || action.contains("*"))
                .doesNotContain("kms:CreateGrant");
    }

    @ParameterizedTest
    @EnumSource(Purpose.class)
    void whatIsAllowedBeyondThatIsBoundByConditions(Purpose purpose) {
        assertThat(POLICY.of(purpose).statements())
                .filteredOn(statement -> !List.of("Manage", "SecretsGrant").contains(statement.sid()))
                .isNotEmpty()
                .allSatisfy(statement -> {
                    assertThat(statement.effect()).isEqualTo(Effect.ALLOW);
                    assertThat(statement.conditions()).isNotEmpty();
                });
    }

    @ParameterizedTest
    @CsvSource({
        "DATABASE, backup.eu-central-1.amazonaws.com rds.eu-central-1.amazonaws.com",
        "BACKUPS, backup.eu-central-1.amazonaws.com rds.eu-central-1.amazonaws.com s3.eu-central-1.amazonaws.com",
        "CACHE, elasticache.eu-central-1.amazonaws.com",
        "SECRETS, secretsmanager.eu-central-1.amazonaws.com",
        "IMAGES, ecr.eu-central-1.amazonaws.com",
        "CLUSTER, ec2.eu-central-1.amazonaws.com",
        "NOTICES, sns.eu-central-1.amazonaws.com"
    })
    void dataGoesThroughTheServicesOfThePurpose(Purpose purpose, String services) {
        var condition = statement(purpose, "Use").at("/Condition/StringEquals");

        assertThat(texts(condition.get("kms:ViaService"))).containsExactly(services.split(" ", -1));
        assertThat(texts(condition.get("kms:CallerAccount"))).containsExactly("111122223333");
    }

    @Test
    void logGroupsOfTheAccountAloneUseTheKeyOfLogs() {
        var logs = statement(Purpose.LOGS, "Logs");

        assertThat(texts(logs.at("/Principal/Service"))).containsExactly("logs.eu-central-1.amazonaws.com");
        assertThat(texts(logs.at("/Condition/ArnLike/kms:EncryptionContext:aws:logs:arn")))
                .containsExactly("arn:aws:logs:eu-central-1:111122223333:log-group:*");
    }

    @Test
    void theTrailWritesAndDoesNotRead() {
        var trail = statement(Purpose.AUDIT, "Trail");

        assertThat(texts(trail.get("Action"))).containsExactly("kms:GenerateDataKey*");
        assertThat(texts(trail.at("/Condition/ArnLike/aws:SourceArn")))
                .containsExactly("arn:aws:cloudtrail:eu-central-1:111122223333:trail/plinth-x-*");
    }

    @Test
    void autoScalingAttachesTheNodesDisks() {
        var grant = statement(Purpose.CLUSTER, "DisksGrant");

        assertThat(texts(grant.at("/Condition/ArnLike/aws:PrincipalArn")))
                .containsExactly("arn:aws:iam::111122223333:role/aws-service-role/autoscaling.amazonaws.com/"
                        + "AWSServiceRoleForAutoScaling");
        assertThat(texts(grant.at("/Condition/Bool/kms:GrantIsForAWSResource"))).containsExactly("true");
    }

    @Test
    void noticesArePublishedByServicesToTopicsOfTheEnvironment() {
        var publish = statement(Purpose.NOTICES, "Publish");

        assertThat(texts(publish.at("/Principal/Service")))
                .contains("cloudwatch.amazonaws.com", "events.amazonaws.com", "events.rds.amazonaws.com");
        assertThat(texts(publish.at("/Condition/ArnLike/kms:EncryptionContext:aws:sns:topicArn")))
                .containsExactly("arn:aws:sns:eu-central-1:111122223333:plinth-x-*");
    }

    private static JsonNode statement(Purpose purpose, String sid) {
        for (var statement : json(purpose).get("Statement")) {
            if (statement.get("Sid").asText().equals(sid)) {
                return statement;
            }
        }
        throw new AssertionError("%s has no statement %s, but %s"
                .formatted(
                        purpose,
                        sid,
                        POLICY.of(purpose).statements().stream()
                                .map(Statement::sid)
                                .toList()));
    }

    private static JsonNode json(Purpose purpose) {
        try {
            return new ObjectMapper()
                    .readTree(String.valueOf(
                            PulumiTest.extractValue(POLICY.of(purpose).json())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Collection<String> texts(JsonNode list) {
        var texts = new java.util.ArrayList<String>();
        list.forEach(text -> texts.add(text.asText()));
        return texts;
    }
}
