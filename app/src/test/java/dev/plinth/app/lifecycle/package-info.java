@NullMarked
package dev.plinth.app.lifecycle;

import org.jspecify.annotations.NullMarked;
