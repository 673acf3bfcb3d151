@NullMarked
package dev.plinth.app.http.discovery;

import org.jspecify.annotations.NullMarked;
