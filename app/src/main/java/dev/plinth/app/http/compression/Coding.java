package dev.plinth.app.http.compression;

import java.util.Locale;

/** How a body can be compressed, the better first. */
enum Coding {
    BR("br"),
    GZIP("gz");

    private final String mark;

    Coding(String mark) {
        this.mark = mark;
    }

    /** As HTTP names it. */
    String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The entity tag of a compressed body: strong tags differ when the bytes do. */
    String tag(String plain) {
        return plain.endsWith("\"") ? "%s-%s\"".formatted(plain.substring(0, plain.length() - 1), mark) : plain;
    }
}
