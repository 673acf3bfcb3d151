/** Bulk changes, imports and exports over HTTP. */
@NullMarked
package dev.plinth.app.http.transfer;

import org.jspecify.annotations.NullMarked;
