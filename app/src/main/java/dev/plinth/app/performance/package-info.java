/** How fast the app is and what it waits for, in figures that hold no names of things and no values. */
@NullMarked
package dev.plinth.app.performance;

import org.jspecify.annotations.NullMarked;
