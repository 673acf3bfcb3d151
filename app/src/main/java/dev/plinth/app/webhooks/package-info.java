/** Webhooks: addresses of others that are told of events, signed as Standard Webhooks says. */
@NullMarked
package dev.plinth.app.webhooks;

import org.jspecify.annotations.NullMarked;
