@NullMarked
package dev.plinth.app.search;

import org.jspecify.annotations.NullMarked;
