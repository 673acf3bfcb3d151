/** A program of its own that asks an environment at a constant rate, whatever it answers, and counts what went wrong. */
@NullMarked
package dev.plinth.checks.faults.load;

import org.jspecify.annotations.NullMarked;
