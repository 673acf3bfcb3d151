package dev.plinth.sandbox.redis;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Transit encryption, the token that clients must show (empty: none) and parameters such as maxmemory-policy. */
public record RedisSettings(boolean tls, String authToken, SortedMap<String, String> parameters) {
    public RedisSettings {
        parameters = new TreeMap<>(parameters);
    }

    public static RedisSettings of(boolean tls, String authToken, Map<String, String> parameters) {
        return new RedisSettings(tls, authToken, new TreeMap<>(parameters));
    }

    RedisSettings withToken(String token) {
        return new RedisSettings(tls, token, parameters);
    }

    @Override
    public String toString() {
        return "RedisSettings[tls=%s, parameters=%s]".formatted(tls, parameters);
    }
}
