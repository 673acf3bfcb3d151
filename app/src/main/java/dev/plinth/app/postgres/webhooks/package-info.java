/** Webhooks and their deliveries in PostgreSQL. */
@NullMarked
package dev.plinth.app.postgres.webhooks;

import org.jspecify.annotations.NullMarked;
