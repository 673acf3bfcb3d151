@NullMarked
package dev.plinth.app.postgres;

import org.jspecify.annotations.NullMarked;
