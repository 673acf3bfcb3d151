package dev.plinth.policy.aws;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Whom a statement is about.
 *
 * @param byKind their names by kind: {@code AWS}, {@code Service}, {@code Federated} or {@code CanonicalUser}
 * @param inverted whether everybody but these is meant, as in {@code NotPrincipal}
 */
public record PolicyPrincipals(Map<String, List<String>> byKind, boolean inverted) {
    private static final String ACCOUNTS = "AWS";

    public PolicyPrincipals {
        byKind = Map.copyOf(byKind);
    }

    static PolicyPrincipals of(JsonNode statement) {
        boolean inverted = statement.has("NotPrincipal");
        String element = inverted ? "NotPrincipal" : "Principal";
        JsonNode principals = statement.path(element);
        var byKind = new TreeMap<String, List<String>>();
        principals.fieldNames().forEachRemaining(kind -> byKind.put(kind, Elements.texts(principals, kind)));
        if (principals.isTextual()) {
            byKind.put(ACCOUNTS, Elements.texts(statement, element));
        }
        return new PolicyPrincipals(byKind, inverted);
    }

    /** The names of one kind. */
    public List<String> of(String kind) {
        return byKind.getOrDefault(kind, List.of());
    }

    /** Whether all are meant, with an AWS account or without one. */
    public boolean isEverybody() {
        return !inverted && of(ACCOUNTS).contains("*");
    }

    /** Whether people are meant whom nobody has named: everybody, or all but some. */
    public boolean includesStrangers() {
        return inverted || isEverybody();
    }
}
