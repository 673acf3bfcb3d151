package dev.plinth.sandbox.machine;

import java.util.Locale;

/** How a machine process is doing. */
public enum MachineState {
    /** The process is not there yet, or died a moment ago and will be started again. */
    STARTING,
    /** The process is alive; whether it serves is for its own health check to say. */
    RUNNING,
    /** The process keeps dying; it is tried again at long intervals. */
    FAILED,
    /** The process was halted on purpose and stays down until it is started again. */
    HALTED,
    /** The process came to its end and is not started again. */
    ENDED;

    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
