/** The relay's own process. */
@NullMarked
package dev.plinth.sandbox.relay.process;

import org.jspecify.annotations.NullMarked;
