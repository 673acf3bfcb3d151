package dev.plinth.app.cache;

/** Makes an answer anew. */
public interface Loader {
    Loaded load();

    /** An answer, and whether it may be kept under its key. */
    @SuppressWarnings("ArrayRecordComponent") // Written once and read, never compared.
    record Loaded(byte[] bytes, boolean keep) {
        public static Loaded kept(byte[] bytes) {
            return new Loaded(bytes, true);
        }
    }
}
