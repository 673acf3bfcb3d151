package dev.plinth.app.redis;

/** How to reach the cache: {@code redis://host:port} or {@code rediss://host:port}, and the password. */
public record RedisSettings(String url, String password) {
    @Override
    public String toString() {
        return "RedisSettings[url=%s]".formatted(url);
    }
}
