package dev.plinth.sandbox.diff;

/** One property that differs between old and new inputs. */
public record Change(String path, Sort sort, boolean replaces) {

    /** In which way a property differs. */
    public enum Sort {
        /** It is new. */
        ADD,
        /** It is gone. */
        DELETE,
        /** It has another value. */
        UPDATE
    }
}
