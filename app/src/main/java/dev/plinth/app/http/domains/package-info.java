/** Domains over HTTP. */
@NullMarked
package dev.plinth.app.http.domains;

import org.jspecify.annotations.NullMarked;
