package dev.plinth.infra.network;

/** The ports that parts of the environment talk on. */
public final class Port {
    public static final int HTTPS = 443;
    public static final int API = 8080;
    public static final int ADMIN = 8081;
    public static final int DATABASE = 5432;
    public static final int CACHE = 6379;

    private Port() {}
}
