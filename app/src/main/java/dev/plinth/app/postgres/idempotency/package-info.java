/** Kept answers in PostgreSQL. */
@NullMarked
package dev.plinth.app.postgres.idempotency;

import org.jspecify.annotations.NullMarked;
