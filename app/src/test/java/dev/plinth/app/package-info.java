/** The app as a whole: over real sockets, with a real PostgreSQL and a real Redis. */
@NullMarked
package dev.plinth.app;

import org.jspecify.annotations.NullMarked;
