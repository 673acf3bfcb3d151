/** What this machine has and lacks. */
@NullMarked
package dev.plinth.ops.doctor;

import org.jspecify.annotations.NullMarked;
