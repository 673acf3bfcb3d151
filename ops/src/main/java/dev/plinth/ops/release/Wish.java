package dev.plinth.ops.release;

/** What a person asks of a release that another process is at. */
enum Wish {
    /** No more waiting: on to the next step. */
    PROMOTE,
    /** Back to the old version. */
    ABORT
}
