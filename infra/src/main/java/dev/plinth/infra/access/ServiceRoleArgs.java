package dev.plinth.infra.access;

import java.util.List;

/**
 * What a role is made from.
 *
 * @param description what the role is for, in a sentence
 * @param statements what it may do
 * @param managedPolicies names of AWS's own policies that it gets too, such as {@code AmazonEKSClusterPolicy}
 */
public record ServiceRoleArgs(
        String description, Trust trust, List<Statement> statements, List<String> managedPolicies) {

    public ServiceRoleArgs {
        statements = List.copyOf(statements);
        managedPolicies = List.copyOf(managedPolicies);
    }

    public static ServiceRoleArgs of(String description, Trust trust, Statement... statements) {
        return new ServiceRoleArgs(description, trust, List.of(statements), List.of());
    }

    /** With these policies of AWS's own too, by name, with the path before it where AWS has one. */
    public ServiceRoleArgs managed(String... names) {
        return new ServiceRoleArgs(description, trust, statements, List.of(names));
    }
}
