@NullMarked
package dev.plinth.app.values;

import org.jspecify.annotations.NullMarked;
