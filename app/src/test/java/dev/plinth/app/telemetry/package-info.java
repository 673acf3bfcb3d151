@NullMarked
package dev.plinth.app.telemetry;

import org.jspecify.annotations.NullMarked;
