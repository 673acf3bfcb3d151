package dev.plinth.ops.rotation;

/** Whoever holds a secret for as long as it runs. */
interface Holders {
    /** Nobody: the secret is read whenever it is used. */
    Holders NOBODY = () -> {};

    /** Lets all of them read it anew, without a request that fails, and returns when they have. */
    void restart();
}
