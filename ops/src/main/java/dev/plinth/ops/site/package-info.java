/** Releases of the static site: folders that never change, and the way to the live one. */
@NullMarked
package dev.plinth.ops.site;

import org.jspecify.annotations.NullMarked;
