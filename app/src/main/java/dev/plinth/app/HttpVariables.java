package dev.plinth.app;

import dev.plinth.app.http.Admission;
import dev.plinth.app.http.MannersSettings;

/** The environment variables that are about how the API treats its clients. */
final class HttpVariables {
    private static final int MANY = 100_000;

    static MannersSettings read(EnvironmentReader reader) {
        return new MannersSettings(admission(reader));
    }

    private static Admission admission(EnvironmentReader reader) {
        return new Admission(
                reader.number("MDL_HTTP_CONNECTIONS_MAX", 5_000, 1, MANY),
                reader.number("MDL_HTTP_REQUESTS_MAX", 256, 1, MANY),
                reader.number("MDL_HTTP_WAITING_MAX", 1_024, 0, MANY));
    }

    private HttpVariables() {}
}
