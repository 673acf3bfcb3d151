@NullMarked
package dev.plinth.app.json;

import org.jspecify.annotations.NullMarked;
