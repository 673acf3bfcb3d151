package dev.plinth.ops.sandbox;

import dev.plinth.ops.tls.Authority;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** What runs in the sandbox, and the file with the certificate authority that its servers are signed by. */
public record SandboxStatus(String caFile, List<SandboxProcess> processes) {
    /** The kind of the process that stands for the CDN, as the sandbox names it. */
    private static final String FRONT = "distribution";

    public SandboxStatus {
        processes = List.copyOf(processes);
    }

    /** Who signs the certificates of its servers. */
    public Authority authority() {
        return new Authority(Path.of(caFile));
    }

    /**
     * Where the environment answers for every name that it has: the port is another one than usual when that was taken.
     * Empty while it has no CDN.
     */
    public Optional<InetSocketAddress> front() {
        return processes.stream()
                .filter(process -> FRONT.equals(process.kind()))
                .map(process -> URI.create("//" + process.address()))
                .map(address -> new InetSocketAddress(address.getHost(), address.getPort()))
                .findFirst();
    }
}
