package dev.plinth.checks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** A person's shell in the checkout, with a state folder of its own so that no environment of theirs is touched. */
public final class Shell {
    private static final long MINUTES_MAX = 10;

    /** What a command said and how it ended. */
    public record Result(int exitCode, String output, String errors) {
        public String everything() {
            return output + errors;
        }
    }

    private final Path state;
    private final Path folder;

    public Shell(Path state) {
        this(state, House.ROOT);
    }

    /** A shell in another checkout. */
    public Shell(Path state, Path folder) {
        this.state = state;
        this.folder = folder;
    }

    /** Runs a line of bash at the checkout's root to its end. */
    public Result run(String line) {
        try {
            var output = Files.createTempFile("plinth-out", ".txt");
            var errors = Files.createTempFile("plinth-err", ".txt");
            var process = builder(line)
                    .redirectOutput(output.toFile())
                    .redirectError(errors.toFile())
                    .start();
            process.getOutputStream().close();
            if (!process.waitFor(MINUTES_MAX, TimeUnit.MINUTES)) {
                killAll(process);
                throw new IllegalStateException("still running after %d minutes: %s%n%s"
                        .formatted(MINUTES_MAX, line, Files.readString(errors)));
            }
            return new Result(process.exitValue(), take(output), take(errors));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Starts a line of bash and leaves it running. */
    public Process start(String line) throws IOException {
        return builder(line)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    /** Kills a command and everything it started that still hangs below it, as a power cut would. */
    public static void killAll(Process process) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }

    private ProcessBuilder builder(String line) {
        var builder = new ProcessBuilder("bash", "-c", line).directory(folder.toFile());
        builder.environment().put("PLINTH_STATE_HOME", state.toString());
        builder.environment().put("NO_COLOR", "1");
        return builder;
    }

    private static String take(Path file) throws IOException {
        var text = Files.readString(file, StandardCharsets.UTF_8);
        Files.delete(file);
        return text;
    }
}
