package dev.plinth.ops.environment;

import dev.plinth.ops.engine.Target;
import dev.plinth.ops.house.StackHome;
import dev.plinth.ops.sandbox.Sandbox;
import dev.plinth.ops.stack.RunLock;

/** A sandboxed stack that is ready for the engine, and locked against other runs until it is closed. */
record Session(StackHome stack, Sandbox sandbox, Target target, RunLock lock) implements AutoCloseable {
    /** The work came to its end: the next run has nothing to clean up. */
    void ended() {
        lock.ended();
    }

    @Override
    public void close() {
        lock.close();
    }
}
