package dev.plinth.checks.faults.load;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;

/**
 * Sends requests at a constant rate until its standard input ends; then looks for what was acknowledged and prints the
 * figures as JSON. Keys come in the variable {@code LOAD_KEYS}, with commas between.
 */
public final class LoadMain {
    private static final ObjectMapper JSON = new ObjectMapper();

    private LoadMain() {}

    /** Arguments: address, file of the authority, requests a second, file of the journal, name of the run. */
    public static void main(String[] arguments) throws Exception {
        var keys = List.of(System.getenv().getOrDefault("LOAD_KEYS", "").split(","));
        var line = new Line(URI.create(arguments[0]), Path.of(arguments[1]), keys);
        var tally = new Tally();
        try (var journal = Journal.open(Path.of(arguments[3]))) {
            var arrivals =
                    new Arrivals(Integer.parseInt(arguments[2]), new Traffic(line, journal, arguments[4]), tally);
            Thread.ofPlatform().daemon().start(() -> endWithInput(arrivals));
            arrivals.run();
            var ids = journal.ids();
            var lost = new Verification(line).lost(ids);
            System.out.println(JSON.writeValueAsString(Figures.of(tally, ids.size(), lost)));
        }
    }

    private static void endWithInput(Arrivals arrivals) {
        try {
            while (System.in.read() >= 0) {
                // Nothing is said on it; its end is the sign.
            }
        } catch (IOException e) {
            // Whoever started this is gone.
        }
        arrivals.end();
    }
}
