/** Requests that a client may send twice, and that have their effect once. */
@NullMarked
package dev.plinth.app.idempotency;

import org.jspecify.annotations.NullMarked;
