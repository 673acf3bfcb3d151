/** What a metric definition is, and the ports through which definitions are kept and cached. */
@NullMarked
package dev.plinth.app.metrics;

import org.jspecify.annotations.NullMarked;
