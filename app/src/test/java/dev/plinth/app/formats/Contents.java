package dev.plinth.app.formats;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plinth.app.json.Json;
import java.math.BigDecimal;
import java.util.List;
import java.util.Random;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Metrics as nobody would write them, but as somebody may: from a seed, so that a failure can be repeated. */
public final class Contents {
    private static final List<String> PIECES = List.of(
            "a",
            "b",
            "Z",
            "0",
            "7",
            " ",
            "  ",
            "\n",
            "\r\n",
            "\r",
            "\t",
            "\"",
            "'",
            ",",
            ";",
            ":",
            "#",
            "- ",
            "=",
            "+",
            "-",
            "@",
            "&x",
            "*x",
            "!!int ",
            "{",
            "}",
            "[",
            "]",
            "|",
            ">",
            "%",
            "`",
            "\\",
            "\\n",
            "<b>",
            "é",
            "ß",
            "漢",
            "🙂",
            "\u00a0",
            "\u2028",
            "\u200b",
            "\ufeff",
            "\uff1d",
            "\u0301",
            "null",
            "true",
            "no",
            "~",
            "0x1f",
            "1e5",
            "...",
            "---",
            "? ",
            "=cmd|' /C calc'!A0");
    private static final List<String> DIALECTS = List.of("ansi_sql", "dax", "promql", "other");

    private final Random random;

    public Contents(long seed) {
        random = new Random(seed);
    }

    /** A metric with a bit of everything. */
    public ObjectNode next(String id, String domain) {
        ObjectNode content = Json.object()
                .put("metric_id", id)
                .put("name", text(6))
                .put("description", text(30))
                .put("domain", domain)
                .put("tier", 1 + random.nextInt(3))
                .put("metric_type", one("leading", "lagging", "operational"))
                .put("calc_type", one("simple", "ratio", "cumulative", "derived", "conversion"));
        content.set("tags", texts(4, this::slug));
        content.set("definition", definition());
        ArrayNode owners = content.putArray("owners");
        some(
                3,
                index -> owners.addObject()
                        .put("role", one("business", "technical", "steward"))
                        .put("team", index + text(4)));
        ArrayNode sources = content.putArray("sources");
        some(3, index -> sources.addObject().put("system", index + text(4)).put("table", text(4)));
        ArrayNode targets = content.putArray("targets");
        some(
                2,
                index -> targets.addObject()
                        .put("period", one("month", "quarter", "year"))
                        .put("value", index == 0 ? number() : whole()));
        content.set("aliases", texts(4, () -> text(5)));
        if (random.nextBoolean()) {
            content.put("notes", text(40));
        }
        return content;
    }

    private ObjectNode definition() {
        ObjectNode definition = Json.object()
                .put("unit", text(2))
                .put("direction", one("up", "down", "neutral"))
                .put("aggregation", one("sum", "avg", "none"))
                .put("grain", one("hour", "day", "year"));
        ArrayNode expressions = definition.putArray("expressions");
        for (String dialect : DIALECTS.subList(0, 1 + random.nextInt(DIALECTS.size()))) {
            expressions.addObject().put("dialect", dialect).put("expression", text(20));
        }
        definition.set("filters", texts(3, () -> text(10)));
        definition.set("dimensions", texts(4, this::slug));
        return definition;
    }

    private BigDecimal number() {
        return BigDecimal.valueOf(1 + 2L * random.nextInt(1_000_000), 3);
    }

    private BigDecimal whole() {
        return BigDecimal.valueOf(random.nextInt(1_000_000));
    }

    private String one(String... choice) {
        return choice[random.nextInt(choice.length)];
    }

    private String slug() {
        return one("x", "cash", "board", "month") + random.nextInt(1000);
    }

    /** Never blank. */
    private String text(int piecesMax) {
        var text = new StringBuilder();
        for (int pieces = random.nextInt(piecesMax) + 1; pieces > 0; pieces--) {
            text.append(PIECES.get(random.nextInt(PIECES.size())));
        }
        return text.toString().isBlank() ? text.append('.').toString() : text.toString();
    }

    private ArrayNode texts(int countMax, Supplier<String> make) {
        ArrayNode texts = Json.array();
        Stream.generate(make).limit(random.nextInt(countMax + 1)).distinct().forEach(texts::add);
        return texts;
    }

    private void some(int countMax, IntConsumer add) {
        IntStream.range(0, random.nextInt(countMax + 1)).forEach(add);
    }
}
