/** PostgreSQL servers: primaries, streaming replicas, their settings and their archive. */
@NullMarked
package dev.plinth.sandbox.postgres;

import org.jspecify.annotations.NullMarked;
