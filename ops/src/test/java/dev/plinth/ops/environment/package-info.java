@NullMarked
package dev.plinth.ops.environment;

import org.jspecify.annotations.NullMarked;
