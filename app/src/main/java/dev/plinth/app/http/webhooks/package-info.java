/** Webhooks over HTTP. */
@NullMarked
package dev.plinth.app.http.webhooks;

import org.jspecify.annotations.NullMarked;
