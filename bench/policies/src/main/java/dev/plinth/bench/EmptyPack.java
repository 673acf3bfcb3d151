package dev.plinth.bench;

/** What a pack costs before it does anything: a JVM that prints a port and ends. */
public final class EmptyPack {
    private EmptyPack() {}

    /** Prints a port that nobody listens at. */
    public static void main(String[] args) {
        System.out.println(0);
    }
}
