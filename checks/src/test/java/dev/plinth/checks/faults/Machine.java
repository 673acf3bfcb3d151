package dev.plinth.checks.faults;

/** A process of the sandbox. */
record Machine(String name, String kind, long pid, String state) {
    /** Whether another process runs in its place. */
    boolean isFollowedBy(Machine other) {
        return other.name().equals(name) && other.pid() != pid && other.state().equals("running");
    }

    /** Ends it at once, as a crash would. */
    void kill() {
        ProcessHandle.of(pid)
                .orElseThrow(() -> new IllegalStateException(name + " does not run"))
                .destroyForcibly();
    }
}
