package dev.plinth.sandbox;

import dev.plinth.sandbox.disk.Disk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.logging.FileHandler;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/** The daemon's log file; nothing is written to the terminal. */
final class DaemonLog {
    private static final int BYTES_MAX = 4 << 20;

    private DaemonLog() {}

    static void open(Path file) throws IOException {
        if (!Files.exists(file)) {
            // Only its owner reads it, as it may tell of the program.
            Disk.write(file, "");
        }
        LogManager.getLogManager().reset();
        System.setProperty("java.util.logging.SimpleFormatter.format", "%1$tFT%1$tT.%1$tL %4$s %3$s %5$s%6$s%n");
        var handler = new FileHandler(file.toString().replace("%", "%%"), BYTES_MAX, 1, true);
        handler.setFormatter(new SimpleFormatter());
        var root = Logger.getLogger("");
        root.addHandler(handler);
        root.setLevel(Level.WARNING);
        Logger.getLogger("dev.plinth").setLevel(Level.INFO);
    }
}
