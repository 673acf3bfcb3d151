package dev.plinth.app.consumers;

/** What uses a metric. */
public enum ConsumerKind {
    DASHBOARD,
    JOB,
    SERVICE,
    TEAM
}
