package dev.plinth.ops.rotation;

/** How a server answers to a password. */
enum Answer {
    LET_IN("let in"),
    REFUSED("refused"),
    /** Nobody knows: the server cannot be reached from here, or has other troubles. */
    SILENT("not answered");

    private final String words;

    Answer(String words) {
        this.words = words;
    }

    @Override
    public String toString() {
        return words;
    }
}
