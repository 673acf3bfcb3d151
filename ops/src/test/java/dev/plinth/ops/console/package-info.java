@NullMarked
package dev.plinth.ops.console;

import org.jspecify.annotations.NullMarked;
