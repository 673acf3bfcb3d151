package dev.plinth.ops.process;

import java.nio.file.Path;
import java.util.List;

/** Runs a program in the foreground, with the streams of this process. */
public interface Programs {
    /** Runs the program in the folder to its end and gives its exit code. */
    int run(List<String> command, Path folder);
}
