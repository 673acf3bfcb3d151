package dev.plinth.sandbox.proxy;

import java.time.Duration;

/** Settings of the load balancer as a whole, and the address that its listeners are bound to. */
public record ProxyAttributes(String host, Duration idleTimeout, boolean dropInvalidHeaders) {
    /** Where people look for what is on the internet. */
    public static final String LOCALHOST = "127.0.0.1";

    /** What AWS sets when nothing is said. */
    public static ProxyAttributes defaults() {
        return new ProxyAttributes(LOCALHOST, Duration.ofSeconds(60), false);
    }
}
