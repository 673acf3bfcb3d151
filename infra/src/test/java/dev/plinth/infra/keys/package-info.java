@NullMarked
package dev.plinth.infra.keys;

import org.jspecify.annotations.NullMarked;
