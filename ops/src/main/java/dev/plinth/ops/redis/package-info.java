/** Talks to Redis, as far as this command tries what a server does. */
@NullMarked
package dev.plinth.ops.redis;

import org.jspecify.annotations.NullMarked;
