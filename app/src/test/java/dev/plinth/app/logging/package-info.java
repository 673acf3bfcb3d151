@NullMarked
package dev.plinth.app.logging;

import org.jspecify.annotations.NullMarked;
