/** Blue and green: what is live, and the workloads behind it. */
@NullMarked
package dev.plinth.infra.release;

import org.jspecify.annotations.NullMarked;
