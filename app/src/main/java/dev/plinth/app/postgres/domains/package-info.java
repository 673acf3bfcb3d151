/** The tables of domains. */
@NullMarked
package dev.plinth.app.postgres.domains;

import org.jspecify.annotations.NullMarked;
