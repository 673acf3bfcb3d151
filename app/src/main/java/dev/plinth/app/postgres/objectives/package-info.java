/** The tables of objectives. */
@NullMarked
package dev.plinth.app.postgres.objectives;

import org.jspecify.annotations.NullMarked;
