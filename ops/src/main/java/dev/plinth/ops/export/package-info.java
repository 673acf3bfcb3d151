/** Logical exports of an environment's database: made, kept for a while, and proven by restoring them. */
@NullMarked
package dev.plinth.ops.export;

import org.jspecify.annotations.NullMarked;
