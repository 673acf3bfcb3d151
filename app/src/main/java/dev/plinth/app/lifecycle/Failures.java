package dev.plinth.app.lifecycle;

/** Words for failures, where a stack trace would only bury them. */
public final class Failures {
    /** The message of the failure that all others came from. */
    public static String root(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root.getMessage() == null ? root.getClass().getSimpleName() : root.getMessage();
    }

    private Failures() {}
}
