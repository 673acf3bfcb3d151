/** Answers that are kept for a while in a memory that all instances of the app share. */
@NullMarked
package dev.plinth.app.cache;

import org.jspecify.annotations.NullMarked;
