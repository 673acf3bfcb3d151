/** Who calls, and what callers may do. */
@NullMarked
package dev.plinth.app.access;

import org.jspecify.annotations.NullMarked;
