package dev.plinth.sandbox.proxy;

import java.util.Locale;

/** What a listener, a target or a health check speaks. */
public enum Protocol {
    HTTP,
    HTTPS;

    public String scheme() {
        return name().toLowerCase(Locale.ROOT);
    }
}
