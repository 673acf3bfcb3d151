@NullMarked
package dev.plinth.ops.failover;

import org.jspecify.annotations.NullMarked;
