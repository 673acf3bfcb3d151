@NullMarked
package dev.plinth.app.access;

import org.jspecify.annotations.NullMarked;
