package dev.plinth.ops.sandbox;

import java.nio.file.Path;
import java.util.Optional;

/** The sandbox of one stack. */
public interface Sandbox {
    /** The daemon, if one answers. */
    Optional<Daemon> running();

    /**
     * A daemon of this build, started if need be; paths in a program count from the program's folder. Fails with
     * {@link SandboxUnavailable} when none comes up.
     */
    Daemon ensure(Path programFolder);

    /** What runs in the sandbox, if the daemon answers. */
    Optional<SandboxStatus> status();

    /** Ends the daemon and, if told so, everything that it started; does nothing when none answers. */
    void shutdown(Processes processes);

    /** Ends whatever runs in the sandbox's folder without asking a daemon, for a state that none can serve any more. */
    void abandon();

    /** Everything that the daemon said. */
    Path log();

    /** What becomes of the processes when the daemon ends. */
    enum Processes {
        /** They go on; the next daemon finds them again. */
        KEEP,
        /** They end, and their files go. */
        STOP
    }
}
