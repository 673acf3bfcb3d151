@NullMarked
package dev.plinth.ops.sandbox;

import org.jspecify.annotations.NullMarked;
