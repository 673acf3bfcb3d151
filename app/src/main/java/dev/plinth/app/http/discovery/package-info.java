/** What a client that knows only the address needs. */
@NullMarked
package dev.plinth.app.http.discovery;

import org.jspecify.annotations.NullMarked;
