/** Consumers of metrics over HTTP. */
@NullMarked
package dev.plinth.app.http.consumers;

import org.jspecify.annotations.NullMarked;
