/** The one JSON form of a definition, used on the wire, in the cache and in the database. */
@NullMarked
package dev.plinth.app.json;

import org.jspecify.annotations.NullMarked;
