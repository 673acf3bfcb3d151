package dev.plinth.ops.sandbox;

import dev.plinth.ops.house.StackHome;

/** The sandbox of each stack. */
public interface Sandboxes {
    /** The sandbox of a stack. */
    Sandbox of(StackHome stack);
}
