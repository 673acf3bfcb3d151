/** The {@code plinth} command: its entry, its parts and its exit codes. */
@NullMarked
package dev.plinth.ops;

import org.jspecify.annotations.NullMarked;
