@NullMarked
package dev.plinth.app.limits;

import org.jspecify.annotations.NullMarked;
