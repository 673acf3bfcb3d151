package dev.plinth.sandbox.machine;

import dev.plinth.sandbox.disk.Disk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Starts a process in a session of its own, so that neither the daemon's end nor a closed terminal ends it. */
final class DetachedProcess {
    /**
     * The process writes down who it is before it becomes the command: whenever the daemon is killed, there is either no
     * process or a file that leads to it.
     */
    private static final String ANNOUNCE = "read -r stat < /proc/$$/stat; boot=; "
            + "[ -r /proc/sys/kernel/random/boot_id ] && read -r boot < /proc/sys/kernel/random/boot_id; "
            + "printf '%s\\n%s\\n' \"$stat\" \"$boot\" > \"$0\"; exec \"$@\"";
    /** Variables that a shell adds by itself and that the command must not see. */
    private static final List<String> SHELL_VARIABLES = List.of("PWD", "OLDPWD", "SHLVL", "_");

    private static final Duration ANNOUNCEMENT_MAX = Duration.ofSeconds(10);

    private DetachedProcess() {}

    static ProcessMark start(Launch launch, Path logFile, Path markFile) {
        Disk.delete(markFile);
        var builder = new ProcessBuilder(command(launch, markFile))
                .directory(launch.directory().toFile())
                .redirectInput(Path.of("/dev/null").toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(logFile.toFile()));
        builder.environment().clear();
        builder.environment().putAll(launch.environment());
        try {
            return announced(builder.start(), markFile);
        } catch (IOException e) {
            throw new MachineException(
                    "cannot start %s in %s: %s"
                            .formatted(launch.command().getFirst(), launch.directory(), e.getMessage()),
                    e);
        }
    }

    private static List<String> command(Launch launch, Path markFile) {
        var command = new ArrayList<String>();
        command.addAll(List.of(tool("setsid"), tool("sh"), "-c", ANNOUNCE, markFile.toString(), tool("env")));
        SHELL_VARIABLES.stream()
                .filter(variable -> !launch.environment().containsKey(variable))
                .forEach(variable -> command.addAll(List.of("-u", variable)));
        command.addAll(launch.command());
        return command;
    }

    private static ProcessMark announced(Process process, Path markFile) {
        Instant deadline = Instant.now().plus(ANNOUNCEMENT_MAX);
        while (Instant.now().isBefore(deadline)) {
            Optional<ProcessMark> mark = Disk.read(markFile).flatMap(ProcessMark::written);
            if (mark.isPresent()) {
                return mark.get();
            }
            if (!process.isAlive()) {
                break;
            }
            Pause.of(Duration.ofMillis(2));
        }
        throw new MachineException("the process %d did not write %s".formatted(process.pid(), markFile));
    }

    /** The full path of a tool, as the process to start may have no PATH of its own. */
    private static String tool(String name) {
        String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
        return Stream.concat(Stream.of(path.split(":", -1)), Stream.of("/usr/bin", "/bin"))
                .filter(folder -> !folder.isEmpty())
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .map(Path::toString)
                .findFirst()
                .orElseThrow(() -> new MachineException(
                        "the command '%s' is not on PATH: install util-linux and coreutils".formatted(name)));
    }
}
