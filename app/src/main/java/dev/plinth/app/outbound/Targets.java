package dev.plinth.app.outbound;

/** Where the app may send requests that others asked for. */
public enum Targets {
    /** Only over TLS, and only to addresses of the public internet. */
    PUBLIC,
    /** Anywhere, and to this machine without TLS too: for local runs and tests. */
    ANY
}
