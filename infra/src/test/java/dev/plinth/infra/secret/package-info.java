@NullMarked
package dev.plinth.infra.secret;

import org.jspecify.annotations.NullMarked;
