@NullMarked
package dev.plinth.ops.rotation;

import org.jspecify.annotations.NullMarked;
