package dev.plinth.app.http.compression;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The header {@code Accept-Encoding}: which codings a client takes, and how gladly (RFC 9110, 12.5.3). */
final class AcceptEncoding {
    private static final String ANY = "*";
    private static final String IDENTITY = "identity";

    private final Map<String, Double> weights = new HashMap<>();

    AcceptEncoding(String header) {
        Arrays.stream(header.split(",")).forEach(this::add);
    }

    /** What the client likes best of what is offered, the first of several it likes as much; empty for plain bytes. */
    Optional<Coding> best(Collection<Coding> offered) {
        double plain = weights.getOrDefault(IDENTITY, 0.0);
        return offered.stream()
                .filter(coding -> weight(coding) > 0 && weight(coding) >= plain)
                // The first of the greatest: a stable sort keeps the order of those that are equal.
                .sorted(Comparator.comparingDouble(this::weight).reversed())
                .findFirst();
    }

    private double weight(Coding coding) {
        return weights.getOrDefault(coding.text(), weights.getOrDefault(ANY, 0.0));
    }

    private void add(String element) {
        String[] parts = element.split(";", 2);
        String name = parts[0].strip().toLowerCase(Locale.ROOT);
        if (!name.isEmpty()) {
            weights.put(name.equals("x-gzip") ? "gzip" : name, parts.length == 1 ? 1.0 : quality(parts[1]));
        }
    }

    /** A weight that makes no sense is taken as none, so that at worst the answer is longer. */
    private static double quality(String parameter) {
        String text = parameter.strip().toLowerCase(Locale.ROOT);
        return text.matches("q=(0(\\.[0-9]{0,3})?|1(\\.0{0,3})?)") ? Double.parseDouble(text.substring(2)) : 0.0;
    }
}
