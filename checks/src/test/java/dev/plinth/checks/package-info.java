/** What holds over the whole house: who may use whom, and the way from `up` to `down`. */
@NullMarked
package dev.plinth.checks;

import org.jspecify.annotations.NullMarked;
