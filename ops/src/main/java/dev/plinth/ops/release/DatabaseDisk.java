package dev.plinth.ops.release;

import dev.plinth.ops.cloud.Cloud;
import java.time.InstantSource;
import java.util.function.Supplier;

/** The disk of the database, which migrations fill; RDS stops a server whose disk is full. */
record DatabaseDisk(Cloud cloud, String server, InstantSource clock) implements Supplier<Space> {
    /** The bytes at which the server's own alarm goes off at the latest. */
    private static final long BYTES_MIN = 2L << 30;

    @Override
    public Space get() {
        return new Space(server, cloud.disks().free(server, clock.instant()), BYTES_MIN);
    }
}
