/** Events over HTTP. */
@NullMarked
package dev.plinth.app.http.events;

import org.jspecify.annotations.NullMarked;
