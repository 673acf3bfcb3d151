@NullMarked
package dev.plinth.ops.export;

import org.jspecify.annotations.NullMarked;
