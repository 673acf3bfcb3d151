@NullMarked
package dev.plinth.app.crypto;

import org.jspecify.annotations.NullMarked;
