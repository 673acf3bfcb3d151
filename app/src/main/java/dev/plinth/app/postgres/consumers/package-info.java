/** The table of consumers. */
@NullMarked
package dev.plinth.app.postgres.consumers;

import org.jspecify.annotations.NullMarked;
