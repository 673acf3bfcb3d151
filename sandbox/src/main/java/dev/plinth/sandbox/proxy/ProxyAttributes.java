package dev.plinth.sandbox.proxy;

import java.time.Duration;

/** Settings of the load balancer as a whole. */
public record ProxyAttributes(Duration idleTimeout, boolean dropInvalidHeaders) {
    /** What AWS sets when nothing is said. */
    public static ProxyAttributes defaults() {
        return new ProxyAttributes(Duration.ofSeconds(60), false);
    }
}
