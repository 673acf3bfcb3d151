/** An engine run as a person follows it, and what remains of it in the end. */
@NullMarked
package dev.plinth.ops.progress;

import org.jspecify.annotations.NullMarked;
