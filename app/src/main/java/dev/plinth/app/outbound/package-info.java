/** Requests to addresses that somebody else has chosen, which must not lead into our own networks. */
@NullMarked
package dev.plinth.app.outbound;

import org.jspecify.annotations.NullMarked;
