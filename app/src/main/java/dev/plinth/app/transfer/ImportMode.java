package dev.plinth.app.transfer;

/** What an import does with metrics that are there already. */
public enum ImportMode {
    /** They are faults. */
    CREATE,
    /** Their drafts get the content of the file. */
    UPSERT
}
