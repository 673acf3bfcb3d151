@NullMarked
package dev.plinth.app.performance;

import org.jspecify.annotations.NullMarked;
