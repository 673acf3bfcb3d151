/** The sandbox daemon of a stack, seen through its file and its control API. */
@NullMarked
package dev.plinth.ops.sandbox;

import org.jspecify.annotations.NullMarked;
