/** What the app tells of itself while it runs: meters, traces, and how long its work takes. */
@NullMarked
package dev.plinth.app.telemetry;

import org.jspecify.annotations.NullMarked;
