@NullMarked
package dev.plinth.app.transfer;

import org.jspecify.annotations.NullMarked;
