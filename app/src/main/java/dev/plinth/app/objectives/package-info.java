/** What the business wants to reach, and how far it has come. */
@NullMarked
package dev.plinth.app.objectives;

import org.jspecify.annotations.NullMarked;
