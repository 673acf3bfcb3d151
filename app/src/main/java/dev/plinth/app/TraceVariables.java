package dev.plinth.app;

import dev.plinth.app.telemetry.TraceSettings;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Set;

/** The environment variables that are about traces. */
final class TraceVariables {
    static TraceSettings read(EnvironmentReader reader) {
        String endpoint = reader.optional(
                "MDL_OTLP_ENDPOINT", "", "http://host:port of a collector that speaks OTLP", TraceVariables::isAddress);
        return new TraceSettings(endpoint, reader.number("MDL_TRACE_PERCENT", 100, 0, 100));
    }

    private static boolean isAddress(String text) {
        try {
            var address = new URI(text);
            return Set.of("http", "https").contains(String.valueOf(address.getScheme()))
                    && address.getHost() != null
                    && address.getUserInfo() == null;
        } catch (URISyntaxException notAnAddress) {
            return false;
        }
    }

    private TraceVariables() {}
}
