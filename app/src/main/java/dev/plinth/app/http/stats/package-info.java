/** Statistics over HTTP. */
@NullMarked
package dev.plinth.app.http.stats;

import org.jspecify.annotations.NullMarked;
