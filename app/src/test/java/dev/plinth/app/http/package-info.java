@NullMarked
package dev.plinth.app.http;

import org.jspecify.annotations.NullMarked;
