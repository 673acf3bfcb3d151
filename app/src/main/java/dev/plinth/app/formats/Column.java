package dev.plinth.app.formats;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.plinth.app.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The columns of a table of metrics, in their order: which field of a metric each holds, and how it is written. */
enum Column {
    METRIC_ID("/metric_id", Kind.TEXT),
    NAME("/name", Kind.TEXT),
    DESCRIPTION("/description", Kind.TEXT),
    DOMAIN("/domain", Kind.TEXT),
    TIER("/tier", Kind.NUMBER),
    METRIC_TYPE("/metric_type", Kind.TEXT),
    CALC_TYPE("/calc_type", Kind.TEXT),
    TAGS("/tags", Kind.WORDS),
    UNIT("/definition/unit", Kind.TEXT),
    DIRECTION("/definition/direction", Kind.TEXT),
    AGGREGATION("/definition/aggregation", Kind.TEXT),
    GRAIN("/definition/grain", Kind.TEXT),
    /** Of the first expression, which for most metrics is the only one. */
    DIALECT("/definition/expressions/0/dialect", Kind.TEXT),
    EXPRESSION("/definition/expressions/0/expression", Kind.TEXT),
    MORE_EXPRESSIONS("/definition/expressions", Kind.REST),
    FILTERS("/definition/filters", Kind.JSON),
    DIMENSIONS("/definition/dimensions", Kind.WORDS),
    OWNERS("/owners", Kind.JSON),
    SOURCES("/sources", Kind.JSON),
    TARGETS("/targets", Kind.JSON),
    ALIASES("/aliases", Kind.JSON),
    NOTES("/notes", Kind.TEXT);

    private static final String FIRST = "/definition/expressions/0";
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,9}");

    /** How a field is written in a cell. */
    private enum Kind {
        TEXT,
        NUMBER,
        /** A list of words, with spaces between them. */
        WORDS,
        /** A list, as JSON. */
        JSON,
        /** A list without its first element, as JSON. */
        REST
    }

    private final String pointer;
    private final Kind kind;

    Column(String pointer, Kind kind) {
        this.pointer = pointer;
        this.kind = kind;
    }

    String title() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Column> of(String title) {
        return Arrays.stream(values())
                .filter(column -> column.title().equals(title))
                .findFirst();
    }

    static String titles() {
        return Arrays.stream(values()).map(Column::title).collect(Collectors.joining(", "));
    }

    /** What stands in the cell; "" when the metric has nothing there. */
    String cell(ObjectNode content) {
        JsonNode value = content.at(pointer);
        return switch (kind) {
            case TEXT -> Cells.guarded(value.asText());
            case NUMBER -> value.asText();
            case WORDS -> value.valueStream().map(JsonNode::asText).collect(Collectors.joining(" "));
            case JSON -> list(value.valueStream().toList());
            case REST -> list(value.valueStream().skip(1).toList());
        };
    }

    private static String list(List<JsonNode> elements) {
        return elements.isEmpty() ? "" : new String(Json.bytes(Json.array().addAll(elements)), StandardCharsets.UTF_8);
    }

    /** Puts what a cell holds into its field; throws when it should be JSON and is not. An empty cell is no field. */
    void fill(ObjectNode content, String cell) throws JsonProcessingException {
        if (cell.isEmpty()) {
            return;
        }
        switch (kind) {
            case TEXT -> put(content, TextNode.valueOf(Cells.plain(cell)));
            case NUMBER ->
                put(
                        content,
                        NUMBER.matcher(cell).matches()
                                ? content.numberNode(Integer.parseInt(cell))
                                : TextNode.valueOf(cell));
            case WORDS -> {
                ArrayNode words = Json.array();
                Arrays.stream(cell.strip().split("\\s+")).forEach(words::add);
                put(content, words);
            }
            case JSON -> put(content, json(cell));
            case REST -> json(cell).forEach(expressions(content)::add);
        }
    }

    private static JsonNode json(String cell) throws JsonProcessingException {
        return RecordTrees.JSON.readTree(cell);
    }

    private void put(ObjectNode content, JsonNode value) {
        int last = pointer.lastIndexOf('/');
        parent(content, pointer.substring(0, last)).set(pointer.substring(last + 1), value);
    }

    private static ObjectNode parent(ObjectNode content, String pointer) {
        if (pointer.equals(FIRST)) {
            ArrayNode expressions = expressions(content);
            return expressions.isEmpty() ? expressions.addObject() : (ObjectNode) expressions.get(0);
        }
        return pointer.isEmpty() ? content : content.withObject(pointer);
    }

    private static ArrayNode expressions(ObjectNode content) {
        return content.withArray("/definition/expressions");
    }
}
