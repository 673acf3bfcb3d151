@NullMarked
package dev.plinth.ops.engine;

import org.jspecify.annotations.NullMarked;
