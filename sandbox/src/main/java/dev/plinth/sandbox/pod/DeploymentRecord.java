package dev.plinth.sandbox.pod;

import dev.plinth.sandbox.disk.Json;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A deployment as it is kept on disk: the pods that serve, and the passing ones, which are either not yet ready or on
 * their way out and are removed when the daemon ends before it is done with them.
 */
record DeploymentRecord(DeploymentSpec spec, List<String> pods, List<String> passing) {
    private static final int REVISION_DIGITS = 8;

    DeploymentRecord {
        pods = List.copyOf(pods);
        passing = List.copyOf(passing);
    }

    static DeploymentRecord empty(DeploymentSpec spec) {
        return new DeploymentRecord(spec, List.of(), List.of());
    }

    /** The same pods, with these on their way in or out. */
    DeploymentRecord withPassing(List<String> names) {
        return new DeploymentRecord(spec, pods, names);
    }

    List<String> all() {
        return Stream.concat(pods.stream(), passing.stream()).distinct().toList();
    }

    /** The names of the pods that the spec asks for; they change with everything that a pod is started with. */
    static List<String> names(DeploymentSpec spec, List<String> jvmOptions) {
        String started = Json.text(
                List.of(spec.urn(), spec.container(), spec.ending(), jvmOptions, System.getProperty("java.home")));
        String revision = sha256(started).substring(0, REVISION_DIGITS);
        return IntStream.range(0, spec.replicas())
                .mapToObj(index -> "%s-%s-%d".formatted(spec.name(), revision, index))
                .toList();
    }

    private static String sha256(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
