package dev.plinth.infra.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.pulumi.aws.sns.Topic;
import com.pulumi.aws.sns.TopicArgs;
import dev.plinth.infra.Cloud.Declared;
import dev.plinth.infra.Plan;
import org.junit.jupiter.api.Test;

/** What a service's role is allowed, and who may take it on. */
final class ServiceRoleTest {
    private final Plan plan = Plan.ofComponents("staging", scope -> {
        var role = new ServiceRole(
                "writer",
                ServiceRoleArgs.of(
                                "Writes the flow log",
                                Trust.service("vpc-flow-logs.amazonaws.com", scope.account()),
                                Statement.allow("Write", "logs:PutLogEvents").on("arn:log"))
                        .managed("service-role/AmazonRDSEnhancedMonitoringRole"),
                scope);
        new Topic("user", TopicArgs.builder().name(role.arn()).build());
    });

    @Test
    void onlyTheServiceAndOnlyForThisAccountTakesItOn() {
        assertThat(plan.one("aws:iam/role:Role", "writer").inputs())
                .containsEntry("name", "plinth-staging-writer")
                .containsEntry("description", "Writes the flow log")
                .containsEntry("assumeRolePolicy", """
                        {"Version":"2012-10-17","Statement":[{"Sid":"Assume","Effect":"Allow",\
                        "Principal":{"Service":["vpc-flow-logs.amazonaws.com"]},"Action":["sts:AssumeRole"],\
                        "Condition":{"StringEquals":{"aws:SourceAccount":["111111111111"]}}}]}""");
    }

    @Test
    void itGetsItsStatementsAndAwsOwnPolicies() {
        assertThat(plan.one("aws:iam/rolePolicy:RolePolicy", "writer").input("policy"))
                .asString()
                .contains("\"Sid\":\"Write\"");
        assertThat(plan.all("aws:iam/rolePolicyAttachment:RolePolicyAttachment"))
                .singleElement()
                .extracting(attachment -> attachment.input("policyArn"))
                .isEqualTo("arn:aws:iam::aws:policy/service-role/AmazonRDSEnhancedMonitoringRole");
    }

    @Test
    void whoeverUsesItComesAfterItsPermissions() {
        assertThat(plan.resources())
                .extracting(Declared::name)
                .containsSubsequence("writer", "writer-AmazonRDSEnhancedMonitoringRole", "user");
    }
}
