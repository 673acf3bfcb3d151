package dev.plinth.sandbox;

import dev.plinth.sandbox.aws.Machinery;
import dev.plinth.sandbox.machine.Rounds;
import java.time.Duration;
import java.util.List;

/** What goes on beside all calls: backups of databases, and primaries for caches that lost theirs. */
record Upkeep(List<Rounds> rounds) implements AutoCloseable {
    /** How much a restore has to replay at most; RDS takes a backup a day. */
    private static final Duration BACKUP_EVERY = Duration.ofHours(1);

    private static final Duration BETWEEN_DATABASES = Duration.ofSeconds(2);
    private static final Duration BETWEEN_CACHES = Duration.ofMillis(500);

    static Upkeep of(Machinery machinery) {
        var postgres = machinery.postgres();
        return new Upkeep(List.of(
                Rounds.start("database upkeep", BETWEEN_DATABASES, () -> postgres.tend(BACKUP_EVERY)),
                Rounds.start("cache upkeep", BETWEEN_CACHES, machinery.redis()::tend)));
    }

    @Override
    public void close() {
        rounds.forEach(Rounds::close);
    }
}
