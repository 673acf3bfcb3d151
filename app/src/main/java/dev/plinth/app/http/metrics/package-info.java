/** Metrics over HTTP. */
@NullMarked
package dev.plinth.app.http.metrics;

import org.jspecify.annotations.NullMarked;
