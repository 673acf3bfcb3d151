package dev.plinth.app.logging;

import java.io.OutputStream;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.Logger;

/** Sends everything that the app and its libraries log to one stream, as JSON lines. */
public final class Logging {
    /**
     * Takes effect for the whole process. Must come before the first use of any logger, because the log manager of the
     * JDK cannot be replaced later.
     */
    public static void install(Level level, OutputStream target) {
        System.setProperty("java.util.logging.manager", LastingLogManager.class.getName());
        Logger root = LogManager.getLogManager().getLogger("");
        for (Handler handler : root.getHandlers()) {
            root.removeHandler(handler);
        }
        root.setLevel(level);
        root.addHandler(new LineHandler(target));
    }

    private Logging() {}

    /** A log manager that survives the JDK's own shutdown hook, which would silence the app while it drains. */
    public static final class LastingLogManager extends LogManager {
        @Override
        public void reset() {}
    }
}
