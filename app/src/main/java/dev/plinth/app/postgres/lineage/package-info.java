/** The edges between metrics. */
@NullMarked
package dev.plinth.app.postgres.lineage;

import org.jspecify.annotations.NullMarked;
