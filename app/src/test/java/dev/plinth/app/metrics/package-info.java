@NullMarked
package dev.plinth.app.metrics;

import org.jspecify.annotations.NullMarked;
