/** Moves an environment's data stores to their standbys, and measures how long nobody could write. */
@NullMarked
package dev.plinth.ops.failover;

import org.jspecify.annotations.NullMarked;
