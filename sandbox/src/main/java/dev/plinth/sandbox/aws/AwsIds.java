package dev.plinth.sandbox.aws;

import dev.plinth.sandbox.resource.Desired;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** Identifiers and ARNs as AWS makes them. */
final class AwsIds {
    private static final int DIGITS = 17;

    private AwsIds() {}

    static String of(Desired desired) {
        return TypeFacts.of(desired.token())
                .id()
                .map(template -> new Template(desired, "", arn(desired, "")).fill(template))
                .or(() -> AwsNames.given(desired))
                .orElseGet(() -> type(desired) + "-" + desired.digits(DIGITS));
    }

    /** The ARN of a resource with that identifier. */
    static String arn(Desired desired, String id) {
        var known = Optional.ofNullable(TypeFacts.of(desired.token()).outputs().get("arn"));
        return new Template(desired, id, "").fill(known.orElseGet(() -> usual(desired)));
    }

    static String uuid(Desired desired) {
        return UUID.nameUUIDFromBytes(desired.digits(32).getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    private static String usual(Desired desired) {
        var service = desired.token().split(":", 3)[1].split("/", 2)[0];
        return "arn:aws:%s:{region}:{account}:%s/{id}".formatted(service, type(desired));
    }

    private static String type(Desired desired) {
        var token = desired.token();
        return token.substring(token.lastIndexOf(':') + 1).toLowerCase(Locale.ROOT);
    }
}
