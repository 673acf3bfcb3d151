package dev.plinth.policy.test.conventions;

import dev.plinth.policy.PolicyPack;
import dev.plinth.policy.SampleRules;
import java.util.List;

/** A pack of a rule that keeps the conventions and one that breaks them. */
public final class ConventionsPack {
    private ConventionsPack() {}

    public static PolicyPack pack() {
        return new PolicyPack(
                "conventions", "1.0.0", "A pack for tests", List.of(new GoodRule(), new BadRule(SampleRules.DAYS)));
    }
}
