@NullMarked
package dev.plinth.app.local;

import org.jspecify.annotations.NullMarked;
