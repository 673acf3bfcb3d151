/** Compressed answers. */
@NullMarked
package dev.plinth.app.http.compression;

import org.jspecify.annotations.NullMarked;
