/** Definitions in PostgreSQL: waiting for it, migrating it, and the pool and queries on it. */
@NullMarked
package dev.plinth.app.postgres;

import org.jspecify.annotations.NullMarked;
