/** How much of the API a caller may use in a span of time. */
@NullMarked
package dev.plinth.app.limits;

import org.jspecify.annotations.NullMarked;
