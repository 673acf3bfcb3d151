package dev.plinth.sandbox.certificate;

import java.nio.file.Path;
import java.util.List;

/** A PKCS12 file that holds the JDK's own roots and the sandbox's authority. */
public record TrustStore(Path file, String password) {
    /** The options that make a JVM use it. */
    public List<String> jvmOptions() {
        return List.of(
                "-Djavax.net.ssl.trustStore=" + file,
                "-Djavax.net.ssl.trustStorePassword=" + password,
                "-Djavax.net.ssl.trustStoreType=PKCS12");
    }
}
