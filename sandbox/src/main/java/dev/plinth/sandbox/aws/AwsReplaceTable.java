package dev.plinth.sandbox.aws;

import dev.plinth.sandbox.diff.ReplaceRules;
import java.util.List;
import java.util.Map;

/** The inputs of AWS types that force a replacement: those that the provider's schema marks ForceNew. */
final class AwsReplaceTable {
    private static final Map<String, ReplaceRules> RULES = Map.of();

    private AwsReplaceTable() {}

    static ReplaceRules of(String token) {
        return RULES.getOrDefault(
                token.replaceFirst("^aws:alb/", "aws:lb/"),
                new ReplaceRules(List.of("name", "namePrefix"), "terraform-provider-aws: names are ForceNew"));
    }
}
