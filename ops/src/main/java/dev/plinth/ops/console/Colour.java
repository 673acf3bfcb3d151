package dev.plinth.ops.console;

/** The few colours that carry a meaning. */
public enum Colour {
    /** Something good or new. */
    GREEN("32"),
    /** Something changed, or a warning. */
    YELLOW("33"),
    /** Something failed or goes away. */
    RED("31"),
    /** A heading. */
    BOLD("1"),
    /** What matters less. */
    FAINT("2");

    private final String code;

    Colour(String code) {
        this.code = code;
    }

    /** The number of the terminal's escape sequence. */
    String code() {
        return code;
    }
}
