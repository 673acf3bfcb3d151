package dev.plinth.ops.release;

import dev.plinth.ops.Failure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;

/** The disk of this machine, on which everything of a sandboxed environment lies. */
record MachineDisk(Path folder) implements Supplier<Space> {
    /** An image, the log of a migration, and a copy of a small database, several times over. */
    private static final long BYTES_MIN = 1L << 30;

    @Override
    public Space get() {
        try {
            var free = Files.getFileStore(folder).getUsableSpace();
            return new Space("the disk of " + folder, Optional.of(free), BYTES_MIN);
        } catch (IOException e) {
            throw Failure.failed("the disk of %s cannot be looked at: %s".formatted(folder, e));
        }
    }
}
