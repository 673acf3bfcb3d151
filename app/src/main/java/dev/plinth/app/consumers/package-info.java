/** Who uses which metric. */
@NullMarked
package dev.plinth.app.consumers;

import org.jspecify.annotations.NullMarked;
