/** Gives secrets new values, and proves that the new ones work and the old ones are refused. */
@NullMarked
package dev.plinth.ops.rotation;

import org.jspecify.annotations.NullMarked;
