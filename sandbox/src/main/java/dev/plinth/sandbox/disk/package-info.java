/** Files that survive a crash: written as a whole or not at all, readable by their owner only, JSON where they hold data. */
@NullMarked
package dev.plinth.sandbox.disk;

import org.jspecify.annotations.NullMarked;
