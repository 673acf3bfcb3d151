package dev.plinth.infra.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.infra.Plan;
import org.junit.jupiter.api.Test;

/** Who may do what from GitHub. */
final class DeliveryTest {
    private static final String ROLE = "aws:iam/role:Role";
    private static final String RIGHTS = "aws:iam/rolePolicy:RolePolicy";

    @Test
    void pullRequestsOfTheRepositoryMayRead() {
        assertThat(trust("delivery-preview")).contains("repo:example/plinth:pull_request");
        assertThat(rights("delivery-preview"))
                .contains("s3:GetObject", ".pulumi/locks/*")
                .contains("{\"Sid\":\"NoSecrets\",\"Effect\":\"Deny\",\"Action\":[\"secretsmanager:GetSecretValue\"]");
        assertThat(production().all("aws:iam/rolePolicyAttachment:RolePolicyAttachment"))
                .filteredOn(attachment -> attachment.name().startsWith("delivery-preview"))
                .extracting(attachment -> attachment.input("policyArn"))
                .containsExactlyInAnyOrder(
                        "arn:aws:iam::aws:policy/SecurityAudit", "arn:aws:iam::aws:policy/job-function/ViewOnlyAccess");
    }

    @Test
    void onlyJobsOfTheGatedEnvironmentDeploy() {
        assertThat(trust("delivery-deploy"))
                .contains("repo:example/plinth:environment:production")
                .contains("\"token.actions.githubusercontent.com:aud\":[\"sts.amazonaws.com\"]")
                .doesNotContain("*");
    }

    @Test
    void aDeploymentStaysInItsRegionsAndTouchesOnlyItsOwnRoles() {
        assertThat(rights("delivery-deploy"))
                .contains("\"aws:RequestedRegion\":[\"eu-central-1\",\"eu-west-1\",\"us-east-1\"]")
                .contains("role/plinth-production-*", "role/serverlessrepo-plinth-production-*")
                .doesNotContain("iam:CreateUser", "iam:CreateAccessKey");
    }

    @Test
    void aDeploymentNeitherHidesWhatItDidNorTakesBackupsOrKeysAway() {
        assertThat(rights("delivery-deploy"))
                .contains(
                        "\"Effect\":\"Deny\"",
                        "cloudtrail:StopLogging",
                        "backup:DeleteRecoveryPoint",
                        "kms:ScheduleKeyDeletion");
    }

    @Test
    void aDeploymentUsesKeysByServicesOnly() {
        assertThat(rights("delivery-deploy"))
                .contains("\"kms:ViaService\":[\"*.amazonaws.com\"]")
                .doesNotContain("kms:*");
    }

    @Test
    void aPolicyFitsIntoARole() {
        // All inline policies of a role together: IAM's quotas.
        assertThat(rights("delivery-deploy")).hasSizeLessThan(10_240);
    }

    @Test
    void anAccountThatHasTheProviderAlreadyIsNotGivenAnother() {
        var plan = Plan.of("staging", "plinth:delivery: {ownsProvider: false}");

        assertThat(plan.all("aws:iam/openIdConnectProvider:OpenIdConnectProvider"))
                .isEmpty();
        assertThat(plan.one(ROLE, "delivery-deploy").input("assumeRolePolicy"))
                .asString()
                .contains("arn:aws:iam::111111111111:oidc-provider/token.actions.githubusercontent.com");
    }

    @Test
    void withoutARepositoryNobodyComesFromGitHub() {
        assertThat(Plan.of("local").all(ROLE)).noneMatch(role -> role.name().startsWith("delivery"));
        assertThat(Plan.of("local").outputs()).doesNotContainKeys("previewRoleArn", "deployRoleArn");
    }

    private static String trust(String role) {
        return String.valueOf(production().one(ROLE, role).input("assumeRolePolicy"));
    }

    private static String rights(String role) {
        return String.valueOf(production().one(RIGHTS, role).input("policy"));
    }

    private static Plan production() {
        return Plan.of("production");
    }
}
