package dev.plinth.app.support;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** What Prometheus reads of an app, as text: families, and samples by name and labels. */
public final class Scrape {
    private static final Pattern SAMPLE = Pattern.compile("([a-z_0-9]+)(?:\\{(.*)})? (\\S+)");
    private static final Pattern LABEL = Pattern.compile("([a-z_]+)=\"");

    private final String text;

    private Scrape(String text) {
        this.text = text;
    }

    public static Scrape of(RunningApp app) throws IOException, InterruptedException {
        return new Scrape(app.admin().get("/metrics").body());
    }

    /** Types by the names of families; the greatest values lately, which histograms and summaries have beside them, left out. */
    public Map<String, String> families() {
        Map<String, String> types = new LinkedHashMap<>();
        text.lines().filter(line -> line.startsWith("# TYPE ")).forEach(line -> {
            String[] words = line.split(" ", -1);
            types.put(words[2], words[3]);
        });
        types.keySet()
                .removeIf(name -> name.endsWith("_max")
                        && Set.of("histogram", "summary")
                                .contains(types.getOrDefault(name.substring(0, name.length() - 4), "")));
        return types;
    }

    /** The names of labels that samples of a family have, less those of buckets. */
    public Set<String> labels(String family) {
        Set<String> names = new TreeSet<>();
        text.lines()
                .filter(line -> line.matches(family + "(_total|_bucket|_count|_sum)?[{ ].*"))
                .forEach(line -> {
                    var label = LABEL.matcher(line);
                    while (label.find()) {
                        names.add(label.group(1));
                    }
                });
        names.remove("le");
        return names;
    }

    /** The value of a sample written as {@code name{label="value"}}, labels in the order of their names; else NaN. */
    public double value(String sample) {
        return text.lines()
                .filter(line -> line.startsWith(sample + " "))
                .map(line -> SAMPLE.matcher(line))
                .filter(matcher -> matcher.matches())
                .mapToDouble(matcher -> Double.parseDouble(matcher.group(3)))
                .findFirst()
                .orElse(Double.NaN);
    }

    public String text() {
        return text;
    }
}
