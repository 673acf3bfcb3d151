package dev.plinth.app.http;

import dev.plinth.app.telemetry.Service;
import dev.plinth.app.values.Names;

/** What an instance says of itself in its answers. */
public record Identity(Colour colour, Build build) {
    /** The same, as it is told to those who watch the app. */
    public Service service() {
        return new Service(build.version(), build.digest(), Names.of(colour));
    }
}
