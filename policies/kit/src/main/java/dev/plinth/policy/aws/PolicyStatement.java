package dev.plinth.policy.aws;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * One statement of a policy.
 *
 * @param sid its name, empty where it has none
 * @param allows whether it allows what it is about, or denies it
 * @param principals whom it is about; nobody in the policy of an identity, which is about that identity
 */
public record PolicyStatement(
        String sid,
        boolean allows,
        PolicyPrincipals principals,
        PolicyNames actions,
        PolicyNames resources,
        List<PolicyCondition> conditions) {
    public PolicyStatement {
        conditions = List.copyOf(conditions);
    }

    static PolicyStatement of(JsonNode statement) {
        return new PolicyStatement(
                statement.path("Sid").asText(),
                statement.path("Effect").asText().equals("Allow"),
                PolicyPrincipals.of(statement),
                PolicyNames.of(statement, "Action"),
                PolicyNames.of(statement, "Resource"),
                PolicyCondition.of(statement.path("Condition")));
    }

    /** Whether it allows something to anybody on earth, with no condition that narrows who that is. */
    public boolean isPublic() {
        return allows
                && principals.includesStrangers()
                && conditions.stream().noneMatch(PolicyCondition::narrowsCallers);
    }
}
