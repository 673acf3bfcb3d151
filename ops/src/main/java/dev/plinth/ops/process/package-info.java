/** Programs that run in the foreground, and what Ctrl-C does to them. */
@NullMarked
package dev.plinth.ops.process;

import org.jspecify.annotations.NullMarked;
