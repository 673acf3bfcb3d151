package dev.plinth.policy.aws;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * One condition of a statement.
 *
 * @param values those of which one has to fit
 */
public record PolicyCondition(String operator, String key, List<String> values) {
    /** What tells who calls, or for whose resource an AWS service does; the caller cannot make it up. */
    private static final Set<String> KEYS_OF_CALLERS = Set.of(
            "aws:principalaccount",
            "aws:principalarn",
            "aws:principalorgid",
            "aws:principalorgpaths",
            "aws:sourceaccount",
            "aws:sourcearn",
            "aws:sourceorgid",
            "aws:sourceowner",
            "aws:sourcevpc",
            "aws:sourcevpce",
            "kms:calleraccount");

    private static final int ARN_ACCOUNT = 4;
    private static final int ARN_FIELDS = 6;

    public PolicyCondition {
        values = List.copyOf(values);
    }

    static List<PolicyCondition> of(JsonNode conditions) {
        var all = new ArrayList<PolicyCondition>();
        for (var compared : conditions.properties()) {
            for (var key : compared.getValue().properties()) {
                all.add(new PolicyCondition(
                        compared.getKey(), key.getKey(), Elements.texts(compared.getValue(), key.getKey())));
            }
        }
        return all;
    }

    /** Whether it holds only where the key is there and is like one of the values. */
    public boolean demandsOneOfItsValues() {
        String comparison = operator.toLowerCase(Locale.ROOT);
        boolean positive = comparison.matches("(foranyvalue:)?(string(equals|equalsignorecase|like)|arn(equals|like))");
        return positive && !values.isEmpty();
    }

    /**
     * Whether it lets through only callers that it names, by account, organization, endpoint or resource. A name with a
     * wildcard counts if it is an ARN of one account.
     */
    public boolean narrowsCallers() {
        return KEYS_OF_CALLERS.contains(key.toLowerCase(Locale.ROOT))
                && demandsOneOfItsValues()
                && values.stream().allMatch(PolicyCondition::isOfOneOwner);
    }

    boolean isFalse(String flag) {
        return operator.matches("(?i)bool(ifexists)?") && key.equalsIgnoreCase(flag) && values.equals(List.of("false"));
    }

    private static boolean isOfOneOwner(String value) {
        String[] fields = value.split(":", ARN_FIELDS);
        boolean ofOneAccount = fields.length == ARN_FIELDS && fields[ARN_ACCOUNT].matches("\\d+");
        return ofOneAccount || !Wildcards.areIn(value);
    }
}
