/** Definitions cached in Redis, which the app can lose at any time. */
@NullMarked
package dev.plinth.app.redis;

import org.jspecify.annotations.NullMarked;
