package dev.plinth.app.local;

import static java.lang.System.Logger.Level.INFO;

import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** The data folder of a server that has never been used: kept, because a copy takes a tenth of the time of a new one. */
record FirstData(Path kept) {
    private static final System.Logger LOG = System.getLogger(FirstData.class.getName());

    /** Whether there was something to copy. */
    boolean copyTo(Path data) throws IOException {
        if (!Files.exists(kept)) {
            return false;
        }
        copy(kept, data);
        return true;
    }

    /** Keeps a copy of a new folder; one that cannot be kept is made anew by the next run. */
    void keep(File data) {
        try {
            Path copy = Files.createTempDirectory(kept.toAbsolutePath().getParent(), "copying-");
            copy(data.toPath(), copy.resolve("data"));
            // In one step: another run never finds half of it. Of two that do this at once, one is refused.
            Files.move(copy.resolve("data"), kept, StandardCopyOption.ATOMIC_MOVE);
            Files.delete(copy);
        } catch (IOException failure) {
            LOG.log(INFO, "The first data of PostgreSQL are not kept: {0}", failure.getMessage());
        }
    }

    /** By the system's own program: it takes a quarter of the time that this process would need. */
    private static void copy(Path from, Path to) throws IOException {
        Process copying = new ProcessBuilder("cp", "-R", "-p", from.toString(), to.toString())
                .redirectOutput(Redirect.DISCARD)
                .redirectError(Redirect.DISCARD)
                .start();
        try {
            if (copying.waitFor() != 0) {
                throw new IOException("%s could not be copied to %s".formatted(from, to));
            }
        } catch (InterruptedException stopping) {
            copying.destroy();
            Thread.currentThread().interrupt();
            throw new IOException("Copying %s was not waited for".formatted(from), stopping);
        }
    }
}
