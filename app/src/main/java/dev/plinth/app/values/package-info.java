/** The small values that all features are written in, and the failures that all of them know. */
@NullMarked
package dev.plinth.app.values;

import org.jspecify.annotations.NullMarked;
