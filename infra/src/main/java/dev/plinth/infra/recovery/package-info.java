/** A copy of an environment's database as it was at a moment, in a stack of its own. */
@NullMarked
package dev.plinth.infra.recovery;

import org.jspecify.annotations.NullMarked;
