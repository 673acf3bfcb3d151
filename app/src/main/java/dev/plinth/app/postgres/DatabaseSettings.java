package dev.plinth.app.postgres;

import java.time.Duration;

/** How to reach the database, how many connections to hold, and how long to wait for it at start. */
public record DatabaseSettings(String url, String user, String password, int poolSize, Duration startWait) {
    @Override
    public String toString() {
        return "DatabaseSettings[url=%s, user=%s, poolSize=%d, startWait=%s]".formatted(url, user, poolSize, startWait);
    }
}
