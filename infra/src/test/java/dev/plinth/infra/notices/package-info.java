@NullMarked
package dev.plinth.infra.notices;

import org.jspecify.annotations.NullMarked;
