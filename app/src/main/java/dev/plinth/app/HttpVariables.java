package dev.plinth.app;

import dev.plinth.app.http.Admission;
import dev.plinth.app.http.MannersSettings;
import dev.plinth.app.limits.Rates;
import java.util.Arrays;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The environment variables that are about how the API treats its clients. */
final class HttpVariables {
    private static final int MANY = 100_000;
    private static final int RATE_MAX = 100_000_000;

    private static final Pattern ORIGINS =
            Pattern.compile("https?://[A-Za-z0-9.-]+(:[0-9]{1,5})?(,https?://[A-Za-z0-9.-]+(:[0-9]{1,5})?)*");

    static MannersSettings read(EnvironmentReader reader) {
        return new MannersSettings(admission(reader), rates(reader), origins(reader));
    }

    private static Rates rates(EnvironmentReader reader) {
        return new Rates(
                reader.number("MDL_RATE_READ", 600, 1, RATE_MAX),
                reader.number("MDL_RATE_WRITE", 300, 1, RATE_MAX),
                reader.number("MDL_RATE_ANONYMOUS", 300, 1, RATE_MAX));
    }

    private static Admission admission(EnvironmentReader reader) {
        return new Admission(
                reader.number("MDL_HTTP_CONNECTIONS_MAX", 5_000, 1, MANY),
                reader.number("MDL_HTTP_REQUESTS_MAX", 256, 1, MANY),
                reader.number("MDL_HTTP_WAITING_MAX", 1_024, 0, MANY));
    }

    /** None unless told: the app's own pages need none. */
    private static Set<String> origins(EnvironmentReader reader) {
        String list = reader.optional(
                "MDL_CORS_ORIGINS",
                "",
                "origins such as https://example.com, separated by commas",
                HttpVariables::areOrigins);
        return Arrays.stream(list.split(","))
                .filter(origin -> !origin.isBlank())
                .collect(Collectors.toSet());
    }

    private static boolean areOrigins(String list) {
        return ORIGINS.matcher(list).matches();
    }

    private HttpVariables() {}
}
