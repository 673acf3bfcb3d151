package dev.plinth.app.lifecycle;

/** What the app as a whole is doing. */
public enum Phase {
    STARTING,
    SERVING,
    DRAINING
}
