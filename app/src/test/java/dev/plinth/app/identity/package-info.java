@NullMarked
package dev.plinth.app.identity;

import org.jspecify.annotations.NullMarked;
