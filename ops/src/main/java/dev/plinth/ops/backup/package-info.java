/** The backups of an environment's data: made by hand, listed, and held to what was promised. */
@NullMarked
package dev.plinth.ops.backup;

import org.jspecify.annotations.NullMarked;
