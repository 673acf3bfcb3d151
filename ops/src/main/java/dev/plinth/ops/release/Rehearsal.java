package dev.plinth.ops.release;

/** Tries out, before anything is changed, whether the live version can live with a new schema. */
public interface Rehearsal {
    /** What was found, in words; throws {@link StepFailed} when the live version cannot live with it. */
    String play(Standing standing, Versions versions);
}
