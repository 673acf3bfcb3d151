/** Where things are: the checkout, the state and the cache. */
@NullMarked
package dev.plinth.ops.house;

import org.jspecify.annotations.NullMarked;
