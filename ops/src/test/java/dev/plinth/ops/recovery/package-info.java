@NullMarked
package dev.plinth.ops.recovery;

import org.jspecify.annotations.NullMarked;
