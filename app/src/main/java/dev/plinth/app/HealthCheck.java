package dev.plinth.app;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.util.Map;

/** The container's own health check, for where no orchestrator asks; needs no shell and no other program. */
public final class HealthCheck {
    private static final int TIMEOUT_MS = 4_000;

    public static void main(String[] arguments) {
        System.exit(isLive(System.getenv()) ? 0 : 1);
    }

    static boolean isLive(Map<String, String> environment) {
        String host = environment.getOrDefault("MDL_HTTP_HOST", "");
        String port = environment.getOrDefault("MDL_ADMIN_PORT", "");
        try {
            var url =
                    URI.create("http://%s:%s/health/live".formatted(host, port)).toURL();
            var connection = (HttpURLConnection) url.openConnection();
            connection.setConnectTimeout(TIMEOUT_MS);
            connection.setReadTimeout(TIMEOUT_MS);
            return connection.getResponseCode() == HttpURLConnection.HTTP_OK;
        } catch (IOException | IllegalArgumentException unreachable) {
            return false;
        }
    }

    private HealthCheck() {}
}
