/** The daemon's own HTTP interface, for the command that starts and stops it. */
@NullMarked
package dev.plinth.sandbox.control;

import org.jspecify.annotations.NullMarked;
