/** The app alone on one machine, with a PostgreSQL and a Redis of its own; not part of the production jar. */
@NullMarked
package dev.plinth.app.local;

import org.jspecify.annotations.NullMarked;
