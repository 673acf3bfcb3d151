/** Changes, their order, and the audit trail in PostgreSQL. */
@NullMarked
package dev.plinth.app.postgres.changes;

import org.jspecify.annotations.NullMarked;
