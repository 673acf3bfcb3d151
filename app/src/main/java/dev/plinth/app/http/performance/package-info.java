/** How fast the app is, over HTTP. */
@NullMarked
package dev.plinth.app.http.performance;

import org.jspecify.annotations.NullMarked;
