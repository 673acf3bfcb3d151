package dev.plinth.ops.process;

import dev.plinth.ops.Failure;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Programs as children of this process; a signal to this process reaches them. */
public final class ForegroundPrograms implements Programs {
    private final Interruption interruption;

    public ForegroundPrograms(Interruption interruption) {
        this.interruption = interruption;
    }

    @Override
    public int run(List<String> command, Path folder) {
        try {
            var process = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .inheritIO()
                    .start();
            var exitCode = interruption.waitFor(process);
            interruption.check();
            return exitCode;
        } catch (IOException e) {
            throw Failure.missing("cannot run %s: %s".formatted(command.getFirst(), e.getMessage()));
        } catch (InterruptedException e) {
            throw Failure.interrupted();
        }
    }
}
