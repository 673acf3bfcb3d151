package dev.plinth.sandbox.proxy;

import java.nio.file.Path;

/** The certificate a listener shows (PEM files) and the oldest and newest version of TLS that it speaks. */
public record TlsSettings(Path certificate, Path key, TlsVersion oldest, TlsVersion newest) {
    public TlsSettings {
        if (oldest.compareTo(newest) > 0) {
            throw new IllegalArgumentException("oldest TLS version %s is newer than %s".formatted(oldest, newest));
        }
    }
}
