package dev.plinth.sandbox.aws;

import dev.plinth.sandbox.resource.Desired;
import dev.plinth.sandbox.resource.Hash;
import dev.plinth.sandbox.value.JsonCodec;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Fills the placeholders of types.txt for one resource. */
record Template(Desired desired, String id, String arn) {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([a-zA-Z]+)(?:[:.]([^|}]+))?(?:\\|([^}]*))?}");
    private static final int ID_DIGITS = 17;
    private static final int HASH_DIGITS = 13;
    private static final int NAME_SERVERS = 2048;

    String fill(String template) {
        return PLACEHOLDER.matcher(template).replaceAll(found -> Matcher.quoteReplacement(value(found)));
    }

    private String value(MatchResult placeholder) {
        var detail = placeholder.group(2);
        var otherwise = placeholder.group(3) == null ? "" : placeholder.group(3);
        return switch (placeholder.group(1)) {
            case "hex" -> digits(detail);
            case "HEX" -> digits(detail).toUpperCase(Locale.ROOT);
            case "uuid" -> AwsIds.uuid(desired);
            case "num" -> String.valueOf(Integer.parseInt(desired.digits(4), 16) % NAME_SERVERS);
            // Of the block that is reserved for documentation: RFC 5737.
            case "ip" -> "203.0.113." + Integer.parseInt(desired.digits(2), 16);
            case "id" -> id;
            case "arn" -> arn;
            case "name" -> AwsNames.nameOf(desired);
            case "region" -> desired.settings().region();
            case "account" -> desired.settings().account();
            case "scope" -> input("scope", "").equals("CLOUDFRONT") ? "global" : "regional";
            case "hash" ->
                Hash.digits(JsonCodec.encode(desired.inputs()).toString(), HASH_DIGITS)
                        .toUpperCase(Locale.ROOT);
            case "in" -> input(detail, otherwise);
            case "host" -> input(detail, otherwise).replaceFirst("^https?://", "");
            default -> throw new IllegalStateException("types.txt: unknown placeholder " + placeholder.group());
        };
    }

    private String digits(String count) {
        return desired.digits(count == null ? ID_DIGITS : Integer.parseInt(count));
    }

    private String input(String path, String otherwise) {
        var names = List.of(path.split("\\.", -1));
        var owner = desired.properties();
        for (var name : names.subList(0, names.size() - 1)) {
            owner = owner.in(name);
        }
        return owner.text(names.getLast()).orElse(otherwise);
    }
}
