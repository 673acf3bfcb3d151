/** Operations and the files that they work on. */
@NullMarked
package dev.plinth.app.postgres.transfer;

import org.jspecify.annotations.NullMarked;
