@NullMarked
package dev.plinth.app.objectives;

import org.jspecify.annotations.NullMarked;
