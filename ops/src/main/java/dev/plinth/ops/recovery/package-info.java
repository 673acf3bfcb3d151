/** Databases as they were at a moment: isolated copies of them, and drills that prove that they can be made. */
@NullMarked
package dev.plinth.ops.recovery;

import org.jspecify.annotations.NullMarked;
