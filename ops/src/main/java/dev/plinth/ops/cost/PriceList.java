package dev.plinth.ops.cost;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Prices, assumptions, and what each type of resource is charged for: the file {@code prices.yaml}. */
record PriceList(
        String region,
        Map<String, Assumption> assumptions,
        Map<String, String> sources,
        Map<String, Price> prices,
        Map<String, List<Charge>> charges,
        Map<String, String> free) {
    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
            .build();

    /** A usage that no plan tells, and why it was chosen. */
    record Assumption(double value, String unit, String why) {}

    /** US dollars for a unit; the source is one of the file's, the date is when it was looked up, year-month-day. */
    record Price(double usd, String unit, String source, String date, Confidence confidence) {
        /** The day on which the price was looked up. */
        LocalDate day() {
            return LocalDate.parse(date);
        }
    }

    /** How a price was found. */
    enum Confidence {
        /** Read in the source. */
        READ,
        /** Remembered from the source, to be checked before a budget rests on it. */
        RECALLED
    }

    /**
     * One line of a bill. A pointer leads into the resource or, after a type and #, into the first resource of that type that has
     * a value there. In {@code price} a pointer in braces stands for that value. Each factor is an assumption by name, the number
     * or the length at a pointer, {@code ?} and a pointer for two when it is true, or several with | between them of which the
     * first that is known counts. The charge applies when every property of {@code when} has its value.
     */
    record Charge(
            String price,
            List<String> times,
            @JsonSetter(nulls = Nulls.AS_EMPTY) Map<String, String> when) {}

    /** The list that belongs to this command. */
    static PriceList bundled() {
        try (var file = Objects.requireNonNull(PriceList.class.getResourceAsStream("prices.yaml"))) {
            return YAML.readValue(file, PriceList.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Tells whether a resource of this type has no price of its own. */
    boolean isFree(String type) {
        return free.keySet().stream()
                .anyMatch(known -> known.endsWith("*")
                        ? type.startsWith(known.substring(0, known.length() - 1))
                        : type.equals(known));
    }
}
