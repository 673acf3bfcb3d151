/** Redis replication groups: one primary and its replicas. */
@NullMarked
package dev.plinth.sandbox.redis;

import org.jspecify.annotations.NullMarked;
