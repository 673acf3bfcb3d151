package dev.plinth.sandbox.pod;

/** What a probe's answer decides; the order is the one in which they begin. */
public enum ProbeKind {
    /** Whether the program has started; until then nobody asks the others. */
    STARTUP,
    /** Whether the pod gets traffic. */
    READINESS,
    /** Whether the program is alive, or is started again. */
    LIVENESS
}
