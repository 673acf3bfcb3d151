/** The API and the health checks over HTTP: decodes, delegates, encodes, and turns every error into a problem. */
@NullMarked
package dev.plinth.app.http;

import org.jspecify.annotations.NullMarked;
