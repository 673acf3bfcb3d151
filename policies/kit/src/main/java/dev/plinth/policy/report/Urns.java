package dev.plinth.policy.report;

/** The parts of a URN that people know a resource by. */
final class Urns {
    private static final String SEPARATOR = "::";

    private Urns() {}

    /** The name that the program gave it. */
    static String name(String urn) {
        String[] parts = urn.split(SEPARATOR, 4);
        return parts[parts.length - 1];
    }

    /** The type without those of the components that it is part of. */
    static String type(String urn) {
        String[] parts = urn.split(SEPARATOR, 4);
        return parts.length < 4 ? "" : parts[2].substring(parts[2].lastIndexOf('$') + 1);
    }
}
