package dev.plinth.sandbox.api;

import java.util.Optional;
import java.util.regex.Pattern;

/** Who asks which service of which region: the scope of the signature, which itself is not checked. */
public record Caller(String accessKey, String region, String service) {
    private static final Pattern SCOPE =
            Pattern.compile("Credential=([^/,\\s]+)/[^/,\\s]+/([^/,\\s]+)/([^/,\\s]+)/aws4_request");

    /** The caller that an Authorization header names. */
    static Optional<Caller> in(String authorization) {
        var scope = SCOPE.matcher(authorization);
        return scope.find()
                ? Optional.of(new Caller(scope.group(1), scope.group(2), scope.group(3)))
                : Optional.empty();
    }

    /** Without the key, which is the daemon's token. */
    @Override
    public String toString() {
        return "%s in %s".formatted(service, region);
    }
}
