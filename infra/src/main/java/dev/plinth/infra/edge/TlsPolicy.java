package dev.plinth.infra.edge;

/** Which versions and ciphers of TLS the load balancer speaks; all have forward secrecy. */
public enum TlsPolicy {
    /**
     * TLS 1.3 and 1.2 with authenticated encryption, key exchange safe from quantum computers where clients know it.
     */
    MODERN("ELBSecurityPolicy-TLS13-1-2-Res-PQ-2025-09"),
    /** TLS 1.3 only. */
    STRICT("ELBSecurityPolicy-TLS13-1-3-2021-06");

    private final String awsName;

    TlsPolicy(String awsName) {
        this.awsName = awsName;
    }

    String awsName() {
        return awsName;
    }
}
