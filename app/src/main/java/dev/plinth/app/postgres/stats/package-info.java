/** Statistics counted by the database. */
@NullMarked
package dev.plinth.app.postgres.stats;

import org.jspecify.annotations.NullMarked;
