/** Releases: from the checks before to the record afterwards, and every way back. */
@NullMarked
package dev.plinth.ops.release;

import org.jspecify.annotations.NullMarked;
