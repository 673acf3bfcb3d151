package dev.plinth.bench;

/** A pack to compare: the folder to start it in, and its command; the word ENGINE in it stands for the engine's address. */
record Contestant(String name, String folder, String command) {
    /** Reads an argument of the form {@code name=folder=command}. */
    static Contestant parse(String argument) {
        String[] parts = argument.split("=", 3);
        return new Contestant(parts[0], parts[1], parts[2]);
    }
}
