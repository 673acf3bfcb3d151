/** Whom connections trust. */
@NullMarked
package dev.plinth.ops.tls;

import org.jspecify.annotations.NullMarked;
