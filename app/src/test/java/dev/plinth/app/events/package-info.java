@NullMarked
package dev.plinth.app.events;

import org.jspecify.annotations.NullMarked;
