package dev.plinth.sandbox.provider;

import dev.plinth.sandbox.resource.Settings;
import dev.plinth.sandbox.state.Urn;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What the engine said on one connection: each provider of a run has a connection of its own, so its configuration is
 * found here, and which resources this run knows.
 */
final class Session {
    private final Set<Urn> known = ConcurrentHashMap.newKeySet();
    private volatile Settings settings = Settings.DEFAULT;

    Settings settings() {
        return settings;
    }

    void configure(Settings newSettings) {
        settings = newSettings;
    }

    /** The engine has this resource in its state. */
    void knows(Urn urn) {
        known.add(urn);
    }

    /** Whether the engine has this resource in its state and therefore replaces it by what it creates now. */
    boolean replaces(Urn urn) {
        return known.contains(urn);
    }
}
