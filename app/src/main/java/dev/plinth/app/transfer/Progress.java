package dev.plinth.app.transfer;

/** How many records were read, and what has become of them. */
public record Progress(int records, int created, int updated, int unchanged, int failed) {
    public static final Progress NONE = new Progress(0, 0, 0, 0, 0);

    /** What becomes of one record. */
    public enum Fate {
        CREATED,
        UPDATED,
        UNCHANGED,
        FAILED
    }

    Progress plus(Fate fate) {
        return new Progress(
                records + 1,
                created + (fate == Fate.CREATED ? 1 : 0),
                updated + (fate == Fate.UPDATED ? 1 : 0),
                unchanged + (fate == Fate.UNCHANGED ? 1 : 0),
                failed + (fate == Fate.FAILED ? 1 : 0));
    }
}
