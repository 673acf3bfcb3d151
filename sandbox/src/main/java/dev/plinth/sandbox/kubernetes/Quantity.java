package dev.plinth.sandbox.kubernetes;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Amounts of memory as Kubernetes writes them: apimachinery, resource.Quantity. */
final class Quantity {
    private static final Pattern FORM = Pattern.compile("(\\d+(?:\\.\\d+)?)([A-Za-z]*)");
    private static final Map<String, BigDecimal> UNITS = Map.ofEntries(
            Map.entry("", BigDecimal.ONE),
            Map.entry("k", BigDecimal.TEN.pow(3)),
            Map.entry("M", BigDecimal.TEN.pow(6)),
            Map.entry("G", BigDecimal.TEN.pow(9)),
            Map.entry("T", BigDecimal.TEN.pow(12)),
            Map.entry("Ki", BigDecimal.valueOf(1L << 10)),
            Map.entry("Mi", BigDecimal.valueOf(1L << 20)),
            Map.entry("Gi", BigDecimal.valueOf(1L << 30)),
            Map.entry("Ti", BigDecimal.valueOf(1L << 40)));

    private Quantity() {}

    /** The whole bytes of an amount; empty when it is none. */
    static Optional<Long> bytes(String amount) {
        return Optional.of(FORM.matcher(amount))
                .filter(form -> form.matches() && UNITS.containsKey(form.group(2)))
                .map(form -> new BigDecimal(form.group(1))
                        .multiply(UNITS.get(form.group(2)))
                        .longValue());
    }
}
