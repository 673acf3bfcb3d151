/** What the outside is told of changes: the feed of events, and the rule of who may know what. */
@NullMarked
package dev.plinth.app.events;

import org.jspecify.annotations.NullMarked;
