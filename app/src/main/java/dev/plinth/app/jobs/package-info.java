/** Work that the app does by itself, on a schedule. */
@NullMarked
package dev.plinth.app.jobs;

import org.jspecify.annotations.NullMarked;
