package dev.plinth.app.identity;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An API key as programs send it: {@code mdl_<id>_<secret>}, easy to find for those who scan files for secrets. */
public record ApiKeyText(String id, String secret) {
    static final int ID_BYTES = 8;

    private static final Pattern SHAPE = Pattern.compile("mdl_([0-9a-f]{16})_([0-9a-f]{64})");

    /** Empty when the text does not look like a key. */
    static Optional<ApiKeyText> of(String text) {
        Matcher matcher = SHAPE.matcher(text);
        return matcher.matches() ? Optional.of(new ApiKeyText(matcher.group(1), matcher.group(2))) : Optional.empty();
    }

    /** The whole, to be shown once. */
    public String text() {
        return "mdl_%s_%s".formatted(id, secret);
    }

    /** Hides the secret. */
    @Override
    public String toString() {
        return "ApiKeyText[%s]".formatted(id);
    }
}
