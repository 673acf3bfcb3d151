@NullMarked
package dev.plinth.infra.recovery;

import org.jspecify.annotations.NullMarked;
