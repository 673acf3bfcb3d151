/** The command line: each class turns options into a call of a worker and decides nothing else. */
@NullMarked
package dev.plinth.ops.command;

import org.jspecify.annotations.NullMarked;
