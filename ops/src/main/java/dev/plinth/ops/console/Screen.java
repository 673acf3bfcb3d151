package dev.plinth.ops.console;

import java.io.PrintWriter;
import java.util.List;

/** A stream that people read: whether it is a live terminal, whether it shows colours, and how wide it is. */
public record Screen(PrintWriter writer, boolean live, boolean coloured, int width) {
    /** A stream that is neither a terminal nor coloured, such as a file. */
    public static Screen plain(PrintWriter writer) {
        return new Screen(writer, false, false, 100);
    }

    /** Prints a line. */
    public void line(String text) {
        writer.println(text);
        writer.flush();
    }

    /** Prints lines. */
    public void lines(List<String> lines) {
        lines.forEach(this::line);
    }

    /** The text in a colour, if this stream shows colours. */
    public String paint(Colour colour, String text) {
        return coloured ? "\u001b[" + colour.code() + "m" + text + "\u001b[0m" : text;
    }
}
