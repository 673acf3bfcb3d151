package dev.plinth.sandbox.reconcile;

import dev.plinth.sandbox.proxy.FirewallRule.Match;
import dev.plinth.sandbox.value.Properties;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/** The statements of a web ACL as questions to a request; none for a statement that the sandbox cannot evaluate. */
final class FirewallMatch {
    private FirewallMatch() {}

    static Optional<Match> of(Properties statement) {
        if (statement.has("byteMatchStatement")) {
            return bytes(statement.in("byteMatchStatement"));
        }
        if (statement.has("regexMatchStatement")) {
            var regex = statement.in("regexMatchStatement");
            return found(regex, regex.text("regexString").orElse(""));
        }
        if (statement.has("notStatement")) {
            return statement.in("notStatement").each("statements").stream()
                    .findFirst()
                    .flatMap(FirewallMatch::of)
                    .map(Match.Not::new);
        }
        return statement.has("andStatement")
                ? parts(statement.in("andStatement"), Match.All::new)
                : statement.has("orStatement") ? parts(statement.in("orStatement"), Match.Any::new) : Optional.empty();
    }

    private static Optional<Match> parts(Properties statement, Function<List<Match>, Match> together) {
        var declared = statement.each("statements");
        var parts = declared.stream().flatMap(part -> of(part).stream()).toList();
        return parts.size() == declared.size() ? Optional.of(together.apply(parts)) : Optional.empty();
    }

    private static Optional<Match> bytes(Properties statement) {
        var quoted = Pattern.quote(statement.text("searchString").orElse(""));
        return switch (statement.text("positionalConstraint").orElse("")) {
            case "STARTS_WITH" -> found(statement, "\\A" + quoted);
            case "ENDS_WITH" -> found(statement, quoted + "\\z");
            case "EXACTLY" -> found(statement, "\\A" + quoted + "\\z");
            case "CONTAINS" -> found(statement, quoted);
            default -> Optional.empty();
        };
    }

    /** In the path or in one header, as it came or in lower case. */
    private static Optional<Match> found(Properties statement, String expression) {
        var field = statement.in("fieldToMatch");
        var known = statement.each("textTransformations").stream()
                .map(transformation -> transformation.text("type").orElse(""))
                .filter(type -> !type.equals("NONE"))
                .toList();
        boolean lowerCase = known.equals(List.of("LOWERCASE"));
        var header = field.in("singleHeader").text("name");
        if ((!known.isEmpty() && !lowerCase) || (header.isEmpty() && !field.has("uriPath"))) {
            return Optional.empty();
        }
        return Optional.of(new Match.Found(header.orElse(""), (lowerCase ? "(?i)" : "") + expression));
    }
}
