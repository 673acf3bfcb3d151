/** Tests of what a plan costs. */
@NullMarked
package dev.plinth.ops.cost;

import org.jspecify.annotations.NullMarked;
