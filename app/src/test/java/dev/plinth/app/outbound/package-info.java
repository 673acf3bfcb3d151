@NullMarked
package dev.plinth.app.outbound;

import org.jspecify.annotations.NullMarked;
