/** What is known about the catalogue as a whole, and how much its metrics are read. */
@NullMarked
package dev.plinth.app.stats;

import org.jspecify.annotations.NullMarked;
