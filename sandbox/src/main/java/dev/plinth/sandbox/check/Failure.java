package dev.plinth.sandbox.check;

/** One fault of a resource's inputs, and where it is. */
public record Failure(String path, String problem) {
    /** Path and problem in one line. */
    public String message() {
        return path.isEmpty() ? problem : path + ": " + problem;
    }
}
