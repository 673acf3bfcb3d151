/** What the database tells of the catalogue as a whole. */
@NullMarked
package dev.plinth.app.postgres.telemetry;

import org.jspecify.annotations.NullMarked;
