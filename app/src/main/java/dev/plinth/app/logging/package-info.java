/** Logs as JSON lines on standard output. */
@NullMarked
package dev.plinth.app.logging;

import org.jspecify.annotations.NullMarked;
