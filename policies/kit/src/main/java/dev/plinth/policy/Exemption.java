package dev.plinth.policy;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Somebody's word that resources need not keep a rule for a while. */
public record Exemption(
        @Described("The id of the rule") String rule,

        @Described("The URN of the resource, or its type and name as in aws:s3/bucket:Bucket::logs-*, where * stands"
                + " for any letters")
        String resource,

        @Described("Why the rule need not be kept there") String reason,
        @Described("Who answers for it and will end it") String owner,

        @Described("The last day on which it holds, as in 2027-01-31")
        LocalDate expires) {
    private static final String URN = "urn:";
    private static final String SEPARATOR = "::";

    /** Whether it is about this rule and this resource. */
    boolean covers(RuleInfo info, Resource judged) {
        return rule.equals(info.id()) && covers(judged);
    }

    private boolean covers(Resource judged) {
        return resource.startsWith(URN)
                ? resource.equals(judged.urn())
                : pattern().matcher(judged.type() + SEPARATOR + judged.name()).matches();
    }

    private Pattern pattern() {
        return Pattern.compile(
                Arrays.stream(resource.split("\\*", -1)).map(Pattern::quote).collect(Collectors.joining(".*")));
    }

    /** Whether it holds on this day. */
    boolean holdsOn(LocalDate day) {
        return !day.isAfter(expires);
    }

    /** Whether its resource is a URN, or a type and a name. */
    boolean isOfAResource() {
        return resource.startsWith(URN) || resource.contains(SEPARATOR);
    }

    /** Whether it would be about every resource. */
    boolean isOfEverything() {
        return resource.replace("*", "").replace(SEPARATOR, "").isBlank();
    }

    /** As a clause whose subject is the rule: "exempt until 2027-01-31 by data-team: moves to the new cluster". */
    public String told() {
        return "exempt until %s by %s: %s".formatted(expires, owner, reason);
    }

    /** As a noun: "exemption from rds-backup-retention for aws:rds/instance:Instance::db". */
    String named() {
        return "exemption from %s for %s".formatted(rule, resource);
    }
}
