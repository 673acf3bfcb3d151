package dev.plinth.policies.security.identity;

import static dev.plinth.policy.Framework.CHECKOV;

import com.fasterxml.jackson.databind.JsonNode;
import com.pulumi.aws.iam.Role;
import dev.plinth.policy.Context;
import dev.plinth.policy.Judgement;
import dev.plinth.policy.Property;
import dev.plinth.policy.Resource;
import dev.plinth.policy.ResourceRule;
import dev.plinth.policy.ResourceTypes;
import dev.plinth.policy.RuleInfo;
import dev.plinth.policy.Severity;
import dev.plinth.policy.aws.PolicyCondition;
import dev.plinth.policy.aws.PolicyDocument;
import dev.plinth.policy.aws.PolicyStatement;
import java.util.List;
import java.util.function.Predicate;

/** Only those take a role on whom its trust policy names, and of an identity provider's users only some. */
final class IamTrustNotPublic implements ResourceRule {
    private static final ResourceTypes ROLES = ResourceTypes.of(Role.class);
    private static final Property<JsonNode> TRUST = ROLES.json("assumeRolePolicy");

    /** Its tokens say for which pool they are, and a pool is of one account; they have no subject to compare with. */
    private static final String COGNITO = "cognito-identity.amazonaws.com";

    @Override
    public RuleInfo info() {
        return RuleInfo.mandatory("iam-trust-not-public", ROLES, "A role cannot be taken on by anybody")
                .severity(Severity.CRITICAL)
                .controls(CHECKOV.control("CKV_AWS_60"), CHECKOV.control("CKV_AWS_61"))
                .why("A role that trusts everybody gives its rights to any AWS account; one that trusts all tokens of a"
                        + " public identity provider, to any repository on earth.")
                .cure("name the principal in assumeRolePolicy, and for web identities compare the provider's :sub");
    }

    @Override
    public Judgement check(Resource role, Context context) {
        return Judgement.each(
                role.get(TRUST)
                        .map(PolicyDocument::of)
                        .map(PolicyDocument::allowing)
                        .orElse(List.of()),
                IamTrustNotPublic::check);
    }

    private static Judgement check(PolicyStatement statement) {
        if (statement.isPublic()) {
            return Judgement.violated("can be taken on by anybody");
        }
        boolean anySubject = statement.actions().cover("sts:AssumeRoleWithWebIdentity")
                && isOfWebIdentities(statement)
                && statement.conditions().stream().noneMatch(IamTrustNotPublic::namesSubjects);
        return Judgement.violatedIf(
                anySubject, "can be taken on with any token of its identity provider, as no condition is on its :sub");
    }

    private static boolean isOfWebIdentities(PolicyStatement statement) {
        return statement.principals().of("Federated").stream().anyMatch(Predicate.not(COGNITO::equals));
    }

    private static boolean namesSubjects(PolicyCondition condition) {
        return condition.key().endsWith(":sub")
                && condition.demandsOneOfItsValues()
                && condition.values().stream().noneMatch(IamTrustNotPublic::isAnySubject);
    }

    private static boolean isAnySubject(String value) {
        // GitHub's subjects begin so, whoever owns the repository.
        return value.matches("(repo:)?\\*.*");
    }
}
