@NullMarked
package dev.plinth.ops.release;

import org.jspecify.annotations.NullMarked;
