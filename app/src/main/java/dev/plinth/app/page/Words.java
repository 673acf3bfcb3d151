package dev.plinth.app.page;

import dev.plinth.app.metrics.Amount;
import dev.plinth.app.values.Names;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;

/** How things are called and written for people. */
public final class Words {
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH).withZone(ZoneOffset.UTC);

    private static final Map<String, String> NAMES = Map.ofEntries(
            Map.entry("ansi_sql", "ANSI SQL"),
            Map.entry("snowflake", "Snowflake"),
            Map.entry("bigquery", "BigQuery"),
            Map.entry("databricks", "Databricks"),
            Map.entry("mdx", "MDX"),
            Map.entry("tableau", "Tableau"),
            Map.entry("maql", "MAQL"),
            Map.entry("dax", "DAX"),
            Map.entry("promql", "PromQL"),
            Map.entry("up", "higher is better"),
            Map.entry("down", "lower is better"),
            Map.entry("neutral", "neither way is better"));

    public static String of(Enum<?> constant) {
        return of(Names.of(constant));
    }

    /** The same for the name of a constant as it stands in JSON. */
    public static String of(String name) {
        return NAMES.getOrDefault(name, name.replace('_', ' '));
    }

    /** With a capital letter, for the beginning of a line. */
    public static String title(String name) {
        String words = of(name);
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    public static String day(Instant time) {
        return DAY.format(time);
    }

    /** With commas between thousands, as in English. */
    public static String number(Amount amount) {
        return String.format(Locale.ENGLISH, "%,." + amount.value().scale() + "f", amount.value());
    }

    /** A number of things, with the noun in the right form. */
    public static String count(long number, String noun) {
        return "%,d %s%s".formatted(number, noun, number == 1 ? "" : "s");
    }

    private Words() {}
}
