package dev.plinth.ops.console;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/** The streams of the command, and what may be done on them. */
public record Console(Screen out, Screen err, Reader in, boolean interactive) {
    private static final int WIDTH_DEFAULT = 100;

    /** The process's own streams. */
    public static Console system(Map<String, String> environment) {
        var plain = environment.getOrDefault("CI", "").equalsIgnoreCase("true")
                || environment.getOrDefault("TERM", "dumb").equals("dumb");
        var colours = environment.getOrDefault("NO_COLOR", "").isEmpty();
        var out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        var err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        var outLive = !plain && isTerminal(1);
        var errLive = !plain && isTerminal(2);
        var width = outLive || errLive ? terminalWidth(environment) : WIDTH_DEFAULT;
        return new Console(
                new Screen(out, outLive, outLive && colours, width),
                new Screen(err, errLive, errLive && colours, width),
                new InputStreamReader(System.in, StandardCharsets.UTF_8),
                isTerminal(0) && isTerminal(2));
    }

    /** Where to tell how the work goes: not where data is printed to. */
    public Screen narration(boolean dataOnOut) {
        return dataOnOut ? err : out;
    }

    /** Asks a person; only a clear yes is one. */
    public boolean confirms(String question) {
        return answer(question + " [yes/no]").toLowerCase(Locale.ROOT).equals("yes");
    }

    /** Asks a person; nothing is an answer too. */
    public String answer(String question) {
        err.writer().print(question + " ");
        err.writer().flush();
        try {
            var answer = new BufferedReader(in).readLine();
            return answer == null ? "" : answer.strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Java's own {@code System.console()} knows only of all streams at once, and its answer changed between releases. */
    private static boolean isTerminal(int descriptor) {
        try {
            var target = Files.readSymbolicLink(Path.of("/proc/self/fd/" + descriptor))
                    .toString();
            return target.startsWith("/dev/pts/") || target.startsWith("/dev/tty") || target.equals("/dev/console");
        } catch (IOException | UnsupportedOperationException e) {
            // Where the system does not tell, the plain form serves.
            return false;
        }
    }

    private static int terminalWidth(Map<String, String> environment) {
        try {
            var columns = environment.get("COLUMNS");
            if (columns != null) {
                return Integer.parseInt(columns);
            }
            var stty = new ProcessBuilder("stty", "size")
                    .redirectInput(Path.of("/dev/tty").toFile())
                    .start();
            var size = new String(stty.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            var width = Integer.parseInt(size.substring(size.indexOf(' ') + 1));
            return width > 0 ? width : WIDTH_DEFAULT;
        } catch (IOException | NumberFormatException e) {
            return WIDTH_DEFAULT;
        }
    }
}
