package dev.plinth.sandbox.machine;

/** What a machine process is, by the name that status output shows. */
public enum MachineKind {
    POSTGRES("postgres"),
    REDIS("redis"),
    DATABASE_PROXY("database-proxy"),
    CACHE_ENDPOINT("cache-endpoint"),
    LOAD_BALANCER("load-balancer"),
    DISTRIBUTION("distribution"),
    POD("pod"),
    /** Runs to its end once, and is not started again by itself. */
    JOB("job");

    private final String label;

    MachineKind(String label) {
        this.label = label;
    }

    /** Whether the supervisor starts it again when its process ends. */
    public boolean restarts() {
        return this != JOB;
    }

    public String label() {
        return label;
    }
}
