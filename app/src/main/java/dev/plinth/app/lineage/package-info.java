/** How metrics hang together: what they derive from, and what derives from them. */
@NullMarked
package dev.plinth.app.lineage;

import org.jspecify.annotations.NullMarked;
