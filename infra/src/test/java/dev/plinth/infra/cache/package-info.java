@NullMarked
package dev.plinth.infra.cache;

import org.jspecify.annotations.NullMarked;
