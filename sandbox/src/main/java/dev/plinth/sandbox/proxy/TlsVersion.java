package dev.plinth.sandbox.proxy;

/** The versions of TLS that a listener may be told to speak, oldest first. */
public enum TlsVersion {
    TLS_1_2("TLSv1.2"),
    TLS_1_3("TLSv1.3");

    private final String protocol;

    TlsVersion(String protocol) {
        this.protocol = protocol;
    }

    /** The name by which Java's TLS knows it. */
    public String protocol() {
        return protocol;
    }
}
