package dev.plinth.sandbox.aws;

import dev.plinth.sandbox.diff.ReplaceRules;
import java.util.List;

/** The inputs of AWS types that cannot be changed in place. */
final class AwsReplaceTable {
    private static final ReplaceRules USUAL = new ReplaceRules(
            List.of("name", "namePrefix"), "terraform-provider-aws: names are ForceNew nearly everywhere");

    private AwsReplaceTable() {}

    /** The rules of a type; of one that types.txt says nothing of it is known only that a name cannot be changed. */
    static ReplaceRules of(String token) {
        return TypeFacts.of(token).replaceRules().orElse(USUAL);
    }
}
