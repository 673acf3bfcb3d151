@NullMarked
package dev.plinth.infra.release;

import org.jspecify.annotations.NullMarked;
