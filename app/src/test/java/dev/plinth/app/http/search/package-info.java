@NullMarked
package dev.plinth.app.http.search;

import org.jspecify.annotations.NullMarked;
