package dev.plinth.ops.recovery;

import java.time.Duration;

/**
 * What an environment promises of its database.
 *
 * @param rto how long at most it is gone
 * @param rpo how much of the last changes may be lost, as time
 */
record Objectives(Duration rto, Duration rpo) {}
