@NullMarked
package dev.plinth.ops.doctor;

import org.jspecify.annotations.NullMarked;
