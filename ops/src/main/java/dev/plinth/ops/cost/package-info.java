/** What the resources of a plan cost in a month, by published prices and stated assumptions. */
@NullMarked
package dev.plinth.ops.cost;

import org.jspecify.annotations.NullMarked;
