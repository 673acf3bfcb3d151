/** Pages for people over HTTP: the catalogue, the API's documentation, and what its errors mean. */
@NullMarked
package dev.plinth.app.http.page;

import org.jspecify.annotations.NullMarked;
