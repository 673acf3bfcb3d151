package dev.plinth.sandbox.machine;

/** What a machine process is, by the name that status output shows. */
public enum MachineKind {
    POSTGRES("postgres"),
    REDIS("redis"),
    LOAD_BALANCER("load-balancer"),
    POD("pod");

    private final String label;

    MachineKind(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
