@NullMarked
package dev.plinth.app.tokens;

import org.jspecify.annotations.NullMarked;
