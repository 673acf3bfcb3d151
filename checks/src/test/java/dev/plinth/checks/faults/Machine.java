package dev.plinth.checks.faults;

/** A process of the sandbox. */
record Machine(String name, String kind, long pid, String state) {
    /** Ends it at once, as a crash would. */
    void kill() {
        ProcessHandle.of(pid)
                .orElseThrow(() -> new IllegalStateException(name + " does not run"))
                .destroyForcibly();
    }
}
