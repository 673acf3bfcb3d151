package dev.plinth.policies.security.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import com.pulumi.aws.eks.AccessPolicyAssociation;
import com.pulumi.aws.eks.AccessPolicyAssociationArgs;
import com.pulumi.aws.eks.Cluster;
import com.pulumi.aws.eks.inputs.AccessPolicyAssociationAccessScopeArgs;
import dev.plinth.policy.test.PolicyTest;
import dev.plinth.policy.test.TestResource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class EksAccessEntriesTest {
    private static final String POLICIES = "arn:aws:eks::aws:cluster-access-policy/";
    private static final String PERSON = "arn:aws:iam::111122223333:role/app";

    private final PolicyTest rule = PolicyTest.of(new EksAccessEntries());

    @Test
    void acceptsAccessEntries() {
        assertThat(rule.violations(cluster("API"), cluster("API_AND_CONFIG_MAP")))
                .isEmpty();
    }

    @Test
    void rejectsTheConfigMapAsWellAsNoWordOfIt() {
        assertThat(rule.violations(cluster("CONFIG_MAP"), TestResource.of(Cluster.class, "eks")))
                .containsExactly(
                        "eks lets in whom a config map in the cluster names",
                        "eks lets in whom a config map in the cluster names");
    }

    @Test
    void rejectsAnAdministratorWhomNobodyNamed() {
        assertThat(rule.violations(access("AmazonEKSClusterAdminPolicy", "cluster", PERSON)))
                .containsExactly("a makes " + PERSON + " an administrator of the whole cluster");
    }

    @Test
    void acceptsLess() {
        assertThat(rule.violations(
                        access("AmazonEKSViewPolicy", "cluster", PERSON),
                        access("AmazonEKSClusterAdminPolicy", "namespace", PERSON)))
                .isEmpty();
    }

    @Test
    void acceptsAdministratorsThatAreNamed() {
        assertThat(rule.violations(access(
                        "AmazonEKSClusterAdminPolicy",
                        "cluster",
                        "arn:aws:iam::111122223333:role/production-delivery-deploy")))
                .isEmpty();
        assertThat(rule.configured("arns", List.of(PERSON))
                        .violations(access("AmazonEKSClusterAdminPolicy", "cluster", PERSON)))
                .isEmpty();
    }

    @Test
    void waitsForAnUnknownAdministratorAndForNobodyElse() {
        assertThat(rule.undecided(
                        access("AmazonEKSClusterAdminPolicy", "cluster", PERSON).unknown("principalArn"),
                        access("AmazonEKSViewPolicy", "cluster", PERSON).unknown("principalArn")))
                .containsExactly("a: principalArn is not known before the deployment");
    }

    private static TestResource cluster(String mode) {
        return TestResource.of(Cluster.class, "eks").with("accessConfig", Map.of("authenticationMode", mode));
    }

    private static TestResource access(String policy, String scope, String principal) {
        return TestResource.of(
                AccessPolicyAssociation.class,
                "a",
                AccessPolicyAssociationArgs.builder()
                        .clusterName("eks")
                        .policyArn(POLICIES + policy)
                        .principalArn(principal)
                        .accessScope(AccessPolicyAssociationAccessScopeArgs.builder()
                                .type(scope)
                                .build())
                        .build());
    }
}
