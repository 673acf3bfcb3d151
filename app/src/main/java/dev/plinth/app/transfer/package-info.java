/** Imports of metrics from files, and the operations that they are. */
@NullMarked
package dev.plinth.app.transfer;

import org.jspecify.annotations.NullMarked;
