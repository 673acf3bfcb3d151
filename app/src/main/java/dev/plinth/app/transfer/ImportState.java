package dev.plinth.app.transfer;

/** How far an import has come. */
public enum ImportState {
    /** Its file is still arriving. */
    RECEIVING,
    WAITING,
    RUNNING,
    /** The file was read to its end, whatever was wrong with some of its records. */
    SUCCEEDED,
    /** It came to an early end; what was imported until then stays. */
    FAILED,
    /** Somebody ended it; what was imported until then stays. */
    CANCELLED;

    public boolean isFinal() {
        return switch (this) {
            case RECEIVING, WAITING, RUNNING -> false;
            case SUCCEEDED, FAILED, CANCELLED -> true;
        };
    }
}
