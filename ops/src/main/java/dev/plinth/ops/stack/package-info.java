/** What a stack needs on disk before the engine runs, and what a run that died left there. */
@NullMarked
package dev.plinth.ops.stack;

import org.jspecify.annotations.NullMarked;
