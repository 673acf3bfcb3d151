@NullMarked
package dev.plinth.ops.progress;

import org.jspecify.annotations.NullMarked;
