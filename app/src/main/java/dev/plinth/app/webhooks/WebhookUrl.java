package dev.plinth.app.webhooks;

import dev.plinth.app.values.InvalidValueException;
import java.net.URI;
import java.net.URISyntaxException;

/** Where messages are sent. */
public record WebhookUrl(String value) {
    private static final int LENGTH_MAX = 2_000;

    public WebhookUrl {
        if (value.length() > LENGTH_MAX) {
            throw new InvalidValueException("must be at most %d characters".formatted(LENGTH_MAX));
        }
        URI uri = parsed(value);
        if (uri.getHost() == null || uri.getUserInfo() != null || uri.getFragment() != null) {
            throw new InvalidValueException("must have a host, and neither a user nor a fragment");
        }
        if (uri.getPort() == 0 || uri.getPort() > 65_535) {
            throw new InvalidValueException("must have a port from 1 to 65535, or none");
        }
    }

    public URI uri() {
        return URI.create(value);
    }

    public boolean isEncrypted() {
        return "https".equalsIgnoreCase(uri().getScheme());
    }

    private static URI parsed(String value) {
        try {
            var uri = new URI(value);
            if ("https".equalsIgnoreCase(uri.getScheme()) || "http".equalsIgnoreCase(uri.getScheme())) {
                return uri;
            }
        } catch (URISyntaxException malformed) {
            // Told below, in the same words as another scheme.
        }
        throw new InvalidValueException("must be an address that begins with https://");
    }

    @Override
    public String toString() {
        return value;
    }
}
