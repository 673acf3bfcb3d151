@NullMarked
package dev.plinth.app.formats;

import org.jspecify.annotations.NullMarked;
