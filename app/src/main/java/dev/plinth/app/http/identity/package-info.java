/** Signing in, users and keys over HTTP. */
@NullMarked
package dev.plinth.app.http.identity;

import org.jspecify.annotations.NullMarked;
