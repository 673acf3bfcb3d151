package dev.plinth.sandbox.machine;

import java.util.regex.Pattern;

/** All that is needed to start a machine process again after the daemon, or the computer, was restarted. */
public record MachineSpec(String name, MachineKind kind, String urn, Launch launch, Endpoint endpoint, StopRule stop) {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9.-]{0,127}");

    public MachineSpec {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "machine name '%s': expected letters, digits, dots and dashes".formatted(name));
        }
    }
}
