package dev.plinth.infra.access;

import dev.plinth.infra.component.Account;
import java.util.List;
import java.util.stream.Stream;

/** Who may take a role on, and when: the content of its trust policy. */
public record Trust(Principal principal, List<String> actions, List<Condition> conditions) {

    public Trust {
        actions = List.copyOf(actions);
        conditions = List.copyOf(conditions);
    }

    /** A service, by its domain, when it acts for the account. */
    public static Trust service(String domain, Account account) {
        return serviceForAnybody(domain).when(Condition.actingFor(account));
    }

    /** A service that does not say for whom it acts, such as EC2 with an instance's profile. */
    public static Trust serviceForAnybody(String domain) {
        return new Trust(Principal.service(domain), List.of("sts:AssumeRole"), List.of());
    }

    /** Pods of the account's clusters: EKS tags their session with cluster, namespace and service account. */
    public static Trust pods(Account account) {
        return new Trust(
                Principal.service("pods.eks.amazonaws.com"),
                List.of("sts:AssumeRole", "sts:TagSession"),
                List.of(Condition.actingFor(account)));
    }

    /** Only when these conditions hold too. */
    public Trust when(Condition... others) {
        return new Trust(
                principal,
                actions,
                Stream.concat(conditions.stream(), Stream.of(others)).toList());
    }

    Policy policy() {
        return Policy.of(new Statement("Assume", Effect.ALLOW, List.of(principal), actions, List.of(), conditions));
    }
}
