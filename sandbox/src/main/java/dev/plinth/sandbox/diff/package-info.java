/** Compares old and new inputs and knows which changes replace a resource. */
@NullMarked
package dev.plinth.sandbox.diff;

import org.jspecify.annotations.NullMarked;
