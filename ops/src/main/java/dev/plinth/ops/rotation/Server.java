package dev.plinth.ops.rotation;

/** A server that people sign in to by a password; its text says who and where. */
interface Server {
    /** Signs in, for real, and leaves. */
    Answer signIn(String password);

    /** Makes another password good, and returns when it is; the present one may stay good for a while. */
    void learn(String present, String next);

    /** Whether it takes two passwords while one gives way to the other; else the next one ends the old. */
    boolean takesTwo();

    /** Makes the password that is kept the only good one, and returns when it is. */
    void forget(String old, String kept);
}
