package dev.plinth.sandbox.machine;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What tells one process from every other: its pid, when it started (in clock ticks since boot) and which boot that was.
 * A pid alone may belong to somebody else by now.
 */
record ProcessMark(long pid, long startTicks, String boot) {
    private static final Path BOOT_ID = Path.of("/proc/sys/kernel/random/boot_id");
    // Counted from the process state, which is the third field of /proc/PID/stat.
    private static final int GROUP_FIELD = 2;
    private static final int START_FIELD = 19;

    /** The living process of this pid; a zombie is not alive. */
    static Optional<ProcessMark> living(long pid) {
        return stat(pid).filter(ProcessMark::isAlive).flatMap(stat -> parse(stat, currentBoot()));
    }

    /** Reads what a starting machine wrote about itself: its own stat line, then the boot's id. */
    static Optional<ProcessMark> written(String text) {
        List<String> lines = text.lines().toList();
        return lines.size() == 2 && text.endsWith("\n") ? parse(lines.get(0), lines.get(1)) : Optional.empty();
    }

    boolean alive() {
        return living(pid).equals(Optional.of(this));
    }

    /** This process, the others of its process group, and its descendants, which may have left the group. */
    List<ProcessMark> family() {
        var family = new ArrayList<ProcessMark>();
        try (var processes = ProcessHandle.allProcesses()) {
            processes
                    .filter(process -> group(process.pid()) == pid)
                    .forEach(process -> living(process.pid()).ifPresent(family::add));
        }
        ProcessHandle.of(pid).stream()
                .flatMap(ProcessHandle::descendants)
                .forEach(process -> living(process.pid()).ifPresent(family::add));
        return family;
    }

    private static long group(long pid) {
        return stat(pid).map(stat -> Long.parseLong(fields(stat)[GROUP_FIELD])).orElse(-1L);
    }

    private static boolean isAlive(String stat) {
        String state = fields(stat)[0];
        return !state.equals("Z") && !state.equals("X");
    }

    private static Optional<ProcessMark> parse(String stat, String boot) {
        String[] fields = fields(stat);
        if (fields.length <= START_FIELD) {
            return Optional.empty();
        }
        long pid = Long.parseLong(stat.substring(0, stat.indexOf(' ')));
        return Optional.of(new ProcessMark(pid, Long.parseLong(fields[START_FIELD]), boot));
    }

    /** The fields behind the command's name, which may itself hold blanks and brackets. */
    private static String[] fields(String stat) {
        return stat.substring(stat.lastIndexOf(')') + 1).strip().split(" ", -1);
    }

    private static Optional<String> stat(long pid) {
        try {
            // The command's name may be any bytes.
            return Optional.of(Files.readString(Path.of("/proc/" + pid + "/stat"), StandardCharsets.ISO_8859_1))
                    .filter(text -> text.contains(")"));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static String currentBoot() {
        try {
            return Files.readString(BOOT_ID).strip();
        } catch (IOException e) {
            // Without the boot's id a restart of the computer is noticed by the start time alone.
            return "";
        }
    }
}
