package dev.plinth.sandbox.machine;

import java.nio.file.Path;

/** One machine process as the status command shows it; the pid is 0 while there is no process. */
public record MachineStatus(
        String name, MachineKind kind, long pid, Endpoint endpoint, MachineState state, Path logFile, String urn) {}
