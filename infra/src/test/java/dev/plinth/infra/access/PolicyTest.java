package dev.plinth.infra.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.pulumi.core.Output;
import com.pulumi.test.PulumiTest;
import dev.plinth.infra.component.Account;
import org.junit.jupiter.api.Test;

/** Policies as they are written for AWS. */
final class PolicyTest {
    private static final Account ACCOUNT = new Account("111122223333", "eu-central-1", "eu-west-1");

    @Test
    void aStatementIsWrittenInTheOrderOfTheGrammar() {
        var policy = Policy.of(Statement.allow("Write", "s3:PutObject", "s3:GetBucketAcl")
                .when(Condition.actingFor(ACCOUNT))
                .on(Output.of("arn:aws:s3:::bucket/*"))
                .to(Principal.service("cloudtrail.amazonaws.com")));

        assertThat(json(policy)).isEqualTo("""
                {"Version":"2012-10-17","Statement":[{"Sid":"Write","Effect":"Allow",\
                "Principal":{"Service":["cloudtrail.amazonaws.com"]},\
                "Action":["s3:PutObject","s3:GetBucketAcl"],"Resource":["arn:aws:s3:::bucket/*"],\
                "Condition":{"StringEquals":{"aws:SourceAccount":["111122223333"]}}}]}""");
    }

    @Test
    void principalsAreGroupedByKind() {
        var policy = Policy.of(Statement.allow("Use", "kms:Decrypt")
                .to(Principal.account("1"), Principal.service("a.amazonaws.com"))
                .to(Principal.identity(Output.of("arn:role")), Principal.federated(Output.of("arn:oidc"))));

        assertThat(json(policy)).contains("""
                "Principal":{"AWS":["arn:aws:iam::1:root","arn:role"],"Service":["a.amazonaws.com"],\
                "Federated":["arn:oidc"]}""");
    }

    @Test
    void conditionsWithTheSameComparisonStandTogether() {
        var policy = Policy.of(Statement.deny("Plain", "s3:*")
                .to(Principal.everybody())
                .on("a", "b")
                .when(Condition.bool("aws:SecureTransport", false), Condition.like("s3:prefix", "x/*", "y/*"))
                .when(Condition.bool("aws:ViaAWSService", false)));

        assertThat(json(policy)).contains("""
                "Effect":"Deny","Principal":{"AWS":["*"]},"Action":["s3:*"],"Resource":["a","b"],\
                "Condition":{"Bool":{"aws:SecureTransport":["false"],"aws:ViaAWSService":["false"]},\
                "StringLike":{"s3:prefix":["x/*","y/*"]}}""");
    }

    @Test
    void valuesOfSeveralStatementsAreNotMixedUp() {
        var policy = Policy.of(
                Statement.allow("First", "a:B").on("one").when(Condition.is("k", Output.of("v1"))),
                Statement.allow("Second", "c:D").on("two", "three").when(Condition.arnLike("k", Output.of("v2"))));

        assertThat(json(policy))
                .contains("\"Resource\":[\"one\"],\"Condition\":{\"StringEquals\":{\"k\":[\"v1\"]}}")
                .contains("\"Resource\":[\"two\",\"three\"],\"Condition\":{\"ArnLike\":{\"k\":[\"v2\"]}}");
    }

    @Test
    void aPolicyVariableStaysAsItIs() {
        assertThat(json(Policy.of(Statement.allow("Own", "a:B").on("arn/${aws:PrincipalTag/team}/\"x\""))))
                .contains("\"Resource\":[\"arn/${aws:PrincipalTag/team}/\\\"x\\\"\"]");
    }

    @Test
    void comparingTheSameTwiceIsRefusedAsItWouldWidenTheStatement() {
        var statement = Statement.allow("Use", "kms:Decrypt").when(Condition.is("kms:ViaService", "a"));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> statement.when(Condition.is("kms:ViaService", "b")))
                .withMessage("statement Use compares kms:ViaService twice");
    }

    @Test
    void whatAwsWouldRefuseIsRefusedHere() {
        var statement = Statement.allow("Use", "kms:Decrypt");

        assertThatIllegalArgumentException().isThrownBy(() -> Policy.of(statement, statement));
        assertThatIllegalArgumentException().isThrownBy(() -> Statement.allow("With space", "kms:Decrypt"));
        assertThatIllegalArgumentException().isThrownBy(() -> Statement.allow("Nothing"));
        assertThatIllegalArgumentException().isThrownBy(() -> Condition.is("aws:SourceArn"));
    }

    @Test
    void podsMayTagTheirSession() {
        assertThat(json(Trust.pods(ACCOUNT)
                        .when(Condition.is("aws:RequestTag/kubernetes-namespace", "api"))
                        .policy()))
                .isEqualTo("""
                {"Version":"2012-10-17","Statement":[{"Sid":"Assume","Effect":"Allow",\
                "Principal":{"Service":["pods.eks.amazonaws.com"]},"Action":["sts:AssumeRole","sts:TagSession"],\
                "Condition":{"StringEquals":{"aws:SourceAccount":["111122223333"],\
                "aws:RequestTag/kubernetes-namespace":["api"]}}}]}""");
    }

    private static String json(Policy policy) {
        return String.valueOf(PulumiTest.extractValue(policy.json()));
    }
}
