/** How work is done as a whole or not at all. */
@NullMarked
package dev.plinth.app.work;

import org.jspecify.annotations.NullMarked;
