/** The work behind the commands: bring an environment up, look at it, take it down. */
@NullMarked
package dev.plinth.ops.environment;

import org.jspecify.annotations.NullMarked;
