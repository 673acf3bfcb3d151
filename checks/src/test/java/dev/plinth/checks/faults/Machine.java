package dev.plinth.checks.faults;

import java.io.IOException;

/** A process of the sandbox. */
record Machine(String name, String kind, long pid, String state) {
    /** Whether another process runs in its place. */
    boolean isFollowedBy(Machine other) {
        return other.name().equals(name) && other.pid() != pid && other.state().equals("running");
    }

    /** Lets it do nothing from now on. */
    void freeze() throws IOException, InterruptedException {
        var exit =
                new ProcessBuilder("kill", "-STOP", String.valueOf(pid)).start().waitFor();
        if (exit != 0) {
            throw new IllegalStateException(name + " cannot be stopped");
        }
    }

    /** Ends it at once, as a crash would. */
    void kill() {
        ProcessHandle.of(pid)
                .orElseThrow(() -> new IllegalStateException(name + " does not run"))
                .destroyForcibly();
    }
}
