@NullMarked
package dev.plinth.ops.cloud;

import org.jspecify.annotations.NullMarked;
