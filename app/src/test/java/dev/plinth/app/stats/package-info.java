@NullMarked
package dev.plinth.app.stats;

import org.jspecify.annotations.NullMarked;
