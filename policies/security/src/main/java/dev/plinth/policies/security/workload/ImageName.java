package dev.plinth.policies.security.workload;

import java.util.Optional;

/** The name of an image, as far as it says where the image is and which one it is. */
record ImageName(String registry, Optional<String> tag, Optional<String> digest) {
    /** Where a container runtime looks for an image that names no registry. */
    private static final String DEFAULT_REGISTRY = "docker.io";

    static ImageName parse(String name) {
        int at = name.indexOf('@');
        Optional<String> digest = at < 0 ? Optional.empty() : Optional.of(name.substring(at + 1));
        String located = at < 0 ? name : name.substring(0, at);
        // A colon before the last slash belongs to the registry's port.
        int colon = located.indexOf(':', located.lastIndexOf('/') + 1);
        Optional<String> tag = colon < 0 ? Optional.empty() : Optional.of(located.substring(colon + 1));
        return new ImageName(registry(located), tag, digest);
    }

    /** Whether the name always means the same image, or a version that is not moved by habit. */
    boolean isVersioned() {
        return digest.isPresent() || tag.filter(text -> !text.equals("latest")).isPresent();
    }

    private static String registry(String located) {
        int slash = located.indexOf('/');
        String first = slash < 0 ? "" : located.substring(0, slash);
        boolean isHost = first.contains(".") || first.contains(":") || first.equals("localhost");
        return isHost ? first : DEFAULT_REGISTRY;
    }
}
