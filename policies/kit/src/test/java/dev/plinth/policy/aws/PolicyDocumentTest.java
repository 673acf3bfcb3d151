package dev.plinth.policy.aws;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class PolicyDocumentTest {
    private static final String ANYBODY =
            "{'Effect': 'Allow', 'Principal': '*', 'Action': 's3:GetObject', 'Resource': '*'";
    private static final String NO_TLS = "'Condition': {'Bool': {'aws:SecureTransport': 'false'}}";

    @Test
    void readsOneStatementWithSingleValues() {
        PolicyStatement statement = statement("{'Sid': 'Read', 'Effect': 'Allow', 'Principal': {'Service': 'a.b'},"
                + " 'Action': 's3:Get*', 'Resource': 'arn:1', 'Condition': {'StringEquals': {'k': 'v'}}}");

        assertThat(statement.sid()).isEqualTo("Read");
        assertThat(statement.allows()).isTrue();
        assertThat(statement.principals().of("Service")).containsExactly("a.b");
        assertThat(statement.actions().patterns()).containsExactly("s3:Get*");
        assertThat(statement.resources().patterns()).containsExactly("arn:1");
        assertThat(statement.conditions()).containsExactly(new PolicyCondition("StringEquals", "k", List.of("v")));
    }

    @Test
    void readsListsOfEverything() {
        PolicyDocument document = document("[{'Effect': 'Deny', 'Principal': {'AWS': ['a', 'b']},"
                + " 'Action': ['x:A', 'x:B'], 'Resource': ['r', 's'], 'Condition': {'Bool': {'k': [true]}}},"
                + " {'Effect': 'Allow', 'Action': 'x:C', 'Resource': '*'}]");

        assertThat(document.allowing()).hasSize(1);
        PolicyStatement denial = document.denying().getFirst();
        assertThat(denial.principals().of("AWS")).containsExactly("a", "b");
        assertThat(denial.actions().patterns()).containsExactly("x:A", "x:B");
        assertThat(denial.resources().patterns()).containsExactly("r", "s");
        assertThat(denial.conditions().getFirst().values()).containsExactly("true");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "[]", "'text'", "{'Statement': null}", "{'Statement': []}"})
    void findsNoStatementWhereThereIsNone(String json) {
        assertThat(read(json).statements()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "kms:Decrypt, kms:Decrypt, true",
        "kms:decrypt, kms:Decrypt, true",
        "kms:*, kms:Decrypt, true",
        "kms:De*pt, kms:Decrypt, true",
        "kms:Decryp?, kms:Decrypt, true",
        "*, kms:Decrypt, true",
        "*, kms:*, true",
        "*, *, true",
        "*:*, kms:Decrypt, true",
        "kms:Encrypt, kms:Decrypt, false",
        "kms:Decrypt, kms:*, false",
        "kms:?, kms:*, false",
        "kms.Decrypt, kms:Decrypt, false",
        "s3:*, kms:Decrypt, false"
    })
    void grantsWhatItsPatternsCover(String pattern, String action, boolean granted) {
        PolicyDocument document = document("{'Effect': 'Allow', 'Action': '%s', 'Resource': '*'}".formatted(pattern));

        assertThat(document.grants(action).on("*")).isEqualTo(granted);
    }

    @ParameterizedTest
    @CsvSource({"iam:*, s3:GetObject, true", "iam:*, iam:PassRole, false", "iam:Get*, iam:*, false", "s3:*, *, false"})
    void grantsWhatNotActionLeavesOver(String pattern, String action, boolean granted) {
        PolicyDocument document =
                document("{'Effect': 'Allow', 'NotAction': '%s', 'Resource': '*'}".formatted(pattern));

        assertThat(document.grants(action).on("*")).isEqualTo(granted);
    }

    @Test
    void grantsOnTheResourcesOfTheSameStatementOnly() {
        PolicyDocument document = document("[{'Effect': 'Allow', 'Action': 'kms:*', 'Resource': 'arn:key/1'},"
                + " {'Effect': 'Allow', 'Action': 's3:*', 'Resource': '*'}]");

        assertThat(document.grants("kms:Decrypt").on("arn:key/1")).isTrue();
        assertThat(document.grants("kms:Decrypt").on("*")).isFalse();
    }

    @Test
    void grantsNothingByADenial() {
        assertThat(document("{'Effect': 'Deny', 'Action': '*', 'Resource': '*'}")
                        .grants("*")
                        .statements())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'Principal': '*'",
                "'Principal': {'AWS': '*'}",
                "'Principal': {'AWS': ['arn:1', '*']}",
                "'NotPrincipal': {'AWS': 'arn:1'}"
            })
    void isPublicForAnybody(String principal) {
        assertThat(document("{'Effect': 'Allow', %s, 'Action': 'x:Y'}".formatted(principal))
                        .isPublic())
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'Effect': 'Allow', 'Principal': {'AWS': 'arn:1'}",
                "'Effect': 'Allow', 'Principal': {'Service': 'sns.amazonaws.com'}",
                "'Effect': 'Allow', 'Resource': '*'",
                "'Effect': 'Deny', 'Principal': '*'"
            })
    void isNotPublicForThoseWhomItNames(String statement) {
        assertThat(document("{%s, 'Action': 'x:Y'}".formatted(statement)).isPublic())
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'StringEquals': {'aws:PrincipalOrgID': 'o-1'}",
                "'StringEquals': {'AWS:principalorgid': ['o-1', 'o-2']}",
                "'StringEquals': {'aws:SourceAccount': '111122223333'}",
                "'StringEquals': {'aws:PrincipalAccount': '111122223333'}",
                "'StringEquals': {'aws:SourceVpce': 'vpce-1'}",
                "'ForAnyValue:StringLike': {'aws:PrincipalOrgPaths': 'o-1/r-1'}",
                "'ArnLike': {'aws:SourceArn': 'arn:aws:sns:eu-west-1:111122223333:*'}",
                "'ArnEquals': {'aws:SourceArn': 'arn:aws:s3:::bucket'}",
                "'Bool': {'aws:SecureTransport': 'true'}, 'StringEquals': {'aws:SourceVpce': 'vpce-1'}"
            })
    void isNotPublicIfAConditionNarrowsTheCallers(String conditions) {
        assertThat(document(ANYBODY + ", 'Condition': {%s}}".formatted(conditions))
                        .isPublic())
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'Bool': {'aws:SecureTransport': 'true'}",
                "'StringNotEquals': {'aws:PrincipalOrgID': 'o-1'}",
                "'StringEqualsIfExists': {'aws:SourceVpce': 'vpce-1'}",
                "'ForAllValues:StringEquals': {'aws:PrincipalOrgPaths': 'o-1/r-1'}",
                "'StringLike': {'aws:PrincipalOrgID': '*'}",
                "'StringLike': {'aws:PrincipalAccount': ['111122223333', '*']}",
                "'ArnLike': {'aws:SourceArn': 'arn:aws:sns:*:*:topic'}",
                "'StringEquals': {'aws:PrincipalOrgID': []}",
                "'StringEquals': {'aws:UserAgent': 'mine'}"
            })
    void staysPublicUnderAConditionThatAnybodyCanMeet(String conditions) {
        assertThat(document(ANYBODY + ", 'Condition': {%s}}".formatted(conditions))
                        .isPublic())
                .isTrue();
    }

    @Test
    void demandsTlsIfEverybodyElseIsDenied() {
        PolicyDocument document =
                document("{'Effect': 'Deny', 'Principal': '*', 'Action': 's3:*', %s}".formatted(NO_TLS));

        assertThat(document.demandsTls("s3:*")).isTrue();
        assertThat(document.demandsTls("s3:GetObject")).isTrue();
        assertThat(document.demandsTls("sns:Publish")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'Effect': 'Allow', 'Principal': '*', 'Action': 's3:*'",
                "'Effect': 'Deny', 'Principal': {'AWS': 'arn:1'}, 'Action': 's3:*'",
                "'Effect': 'Deny', 'NotPrincipal': {'AWS': 'arn:1'}, 'Action': 's3:*'",
                "'Effect': 'Deny', 'Principal': '*', 'Action': 's3:Put*'"
            })
    void demandsNoTlsIfSomeWayIsLeft(String statement) {
        assertThat(document("{%s, %s}".formatted(statement, NO_TLS)).demandsTls("s3:*"))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{'Bool': {'aws:SecureTransport': 'true'}}",
                "{'Bool': {'aws:SecureTransport': 'false'}, 'StringEquals': {'aws:SourceVpce': 'vpce-1'}}"
            })
    void demandsNoTlsByAnotherCondition(String condition) {
        String denial = "{'Effect': 'Deny', 'Principal': '*', 'Action': '*', 'Condition': %s}".formatted(condition);

        assertThat(document(denial).demandsTls("s3:*")).isFalse();
    }

    private static PolicyStatement statement(String statement) {
        return document(statement).statements().getFirst();
    }

    private static PolicyDocument document(String statements) {
        return read("{'Version': '2012-10-17', 'Statement': %s}".formatted(statements));
    }

    private static PolicyDocument read(String json) {
        try {
            return PolicyDocument.of(new JsonMapper().readTree(json.replace('\'', '"')));
        } catch (JsonProcessingException malformed) {
            throw new IllegalArgumentException(malformed);
        }
    }
}
