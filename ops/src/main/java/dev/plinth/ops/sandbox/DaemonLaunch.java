package dev.plinth.ops.sandbox;

import dev.plinth.ops.Failure;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** How a daemon is started: from which jar, by which JDK, and under which build's name. */
public record DaemonLaunch(Path jar, Path java, String buildId) {
    private static final Path SETSID = Path.of("/usr/bin/setsid");
    private static final Path NOTHING = Path.of("/dev/null");
    private static final int LAST_LINES = 5;

    /** Starts a daemon in a session of its own, so that neither Ctrl-C nor the end of this command reaches it. */
    Process start(Path state, Path folder, Path log) {
        if (!Files.exists(jar)) {
            throw Failure.missing(
                    "the sandbox is not built: there is no " + jar, "start this command by the script plinth");
        }
        var command = new ArrayList<String>();
        if (Files.isExecutable(SETSID)) {
            command.add(SETSID.toString());
        }
        command.addAll(List.of(java.toString(), "-XX:+UseSerialGC", "-jar", jar.toString()));
        command.addAll(List.of("serve", "--state", state.toString(), "--build-id", buildId));
        try {
            return new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectInput(NOTHING.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(Redirect.appendTo(log.toFile()))
                    .start();
        } catch (IOException e) {
            throw Failure.missing("the sandbox daemon cannot be started: " + e.getMessage());
        }
    }

    /** The last lines of a log, as one text. */
    String lastWords(Path log) {
        try {
            var lines = Files.readAllLines(log);
            return String.join("\n", lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size()));
        } catch (IOException e) {
            return "it said nothing";
        }
    }
}
