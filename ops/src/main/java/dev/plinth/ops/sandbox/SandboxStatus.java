package dev.plinth.ops.sandbox;

import java.util.List;

/** What runs in the sandbox, and the file with the certificate authority that its servers are signed by. */
public record SandboxStatus(String caFile, List<SandboxProcess> processes) {
    public SandboxStatus {
        processes = List.copyOf(processes);
    }
}
