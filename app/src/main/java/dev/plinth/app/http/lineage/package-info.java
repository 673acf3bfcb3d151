/** Relationships and lineage of metrics over HTTP. */
@NullMarked
package dev.plinth.app.http.lineage;

import org.jspecify.annotations.NullMarked;
