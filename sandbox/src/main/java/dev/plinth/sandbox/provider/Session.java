package dev.plinth.sandbox.provider;

import dev.plinth.sandbox.resource.Settings;
import dev.plinth.sandbox.state.Urn;
import dev.plinth.sandbox.value.Value.Fields;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What the engine said on one connection: each provider of a run has a connection of its own, so its configuration is
 * found here, and which resources this run knows.
 */
final class Session {
    private final Set<Urn> known = ConcurrentHashMap.newKeySet();
    private volatile Settings settings;

    Session(Path programDirectory) {
        this.settings = Settings.unconfigured(programDirectory);
    }

    Settings settings() {
        return settings;
    }

    void configure(Fields options) {
        settings = ProviderOptions.settings(options, settings);
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
