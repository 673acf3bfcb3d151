package dev.plinth.ops.process;

import java.nio.file.Path;
import java.util.List;

/** Runs a program for what it prints; what it says on its error stream is for people and passes through. */
public interface Answers {
    /** Runs the program in the folder to its end. */
    Answer ask(List<String> command, Path folder);

    /** How the program ended, and what it printed. */
    record Answer(int exitCode, String output) {}
}
