@NullMarked
package dev.plinth.ops.stack;

import org.jspecify.annotations.NullMarked;
