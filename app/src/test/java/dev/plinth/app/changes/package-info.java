@NullMarked
package dev.plinth.app.changes;

import org.jspecify.annotations.NullMarked;
