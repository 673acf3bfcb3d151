/** Objectives and key results over HTTP. */
@NullMarked
package dev.plinth.app.http.objectives;

import org.jspecify.annotations.NullMarked;
