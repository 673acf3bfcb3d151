@NullMarked
package dev.plinth.app.cache;

import org.jspecify.annotations.NullMarked;
