@NullMarked
package dev.plinth.app.postgres.metrics;

import org.jspecify.annotations.NullMarked;
