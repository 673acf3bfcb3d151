package dev.plinth.ops.process;

import dev.plinth.ops.Failure;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** Programs as children of this process, whose output is kept; a signal to this process reaches them. */
public final class QuietPrograms implements Answers {
    private final Interruption interruption;

    public QuietPrograms(Interruption interruption) {
        this.interruption = interruption;
    }

    @Override
    public Answer ask(List<String> command, Path folder) {
        interruption.check();
        try {
            var process = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectError(Redirect.INHERIT)
                    .start();
            process.getOutputStream().close();
            var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            var exitCode = interruption.waitFor(process);
            interruption.check();
            return new Answer(exitCode, output);
        } catch (IOException e) {
            throw Failure.missing("cannot run %s: %s".formatted(command.getFirst(), e.getMessage()));
        } catch (InterruptedException e) {
            throw Failure.interrupted();
        }
    }
}
