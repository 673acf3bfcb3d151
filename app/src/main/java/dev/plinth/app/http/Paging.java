package dev.plinth.app.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plinth.app.json.Json;
import dev.plinth.app.values.InvalidValueException;
import dev.plinth.app.values.Slice;
import io.helidon.common.uri.UriQuery;
import io.helidon.http.HeaderNames;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One page of a list as the client asked for it, and the links from it to the others. */
public final class Paging {
    private static final int LIMIT_UNLESS_TOLD = 50;
    private static final int LIMIT_MAX = 200;
    private static final String LIMIT = "limit";
    private static final String CURSOR = "cursor";

    private final String path;
    private final UriQuery query;
    private final String filter;
    private final int limit;
    private final List<String> after;
    private final boolean totalWanted;

    private Paging(String path, UriQuery query, QueryReader reader, boolean totalWanted) {
        this.path = path;
        this.query = query;
        this.totalWanted = totalWanted;
        filter = parameters(query, Set.of(LIMIT, CURSOR));
        limit = reader.one(LIMIT, Paging::limit).orElse(LIMIT_UNLESS_TOLD);
        after = reader.one(CURSOR, cursor -> Cursor.decode(path + filter, cursor))
                .orElse(List.of());
    }

    /** Reads {@code limit} and {@code cursor}; their faults are thrown by the reader's {@code finish()}. */
    public static Paging read(Call call, QueryReader reader) {
        boolean totalWanted = call.header(HeaderNames.create("Prefer"))
                .filter(header -> header.contains("return=total-count"))
                .isPresent();
        return new Paging(call.path(), call.request().query(), reader, totalWanted);
    }

    /** The first page of a list, as if a client had asked for it by this address. */
    public static Paging first(String path, String query) {
        UriQuery parameters = UriQuery.create(query);
        return new Paging(path, parameters, new QueryReader(parameters), false);
    }

    /** More than the most is not refused: the client gets what there is to get (AIP-158). */
    private static int limit(String value) {
        int limit = QueryReader.wholeNumber(value);
        if (limit < 1) {
            throw new InvalidValueException("must be at least 1");
        }
        return Math.min(limit, LIMIT_MAX);
    }

    /** How many items the page has at most. */
    public int limit() {
        return limit;
    }

    /** Whether the client wants to know how many items all pages have together. */
    public boolean isTotalWanted() {
        return totalWanted;
    }

    /** All that a page depends on but who may see what: the address, and what is preferred. */
    public String identity() {
        return totalWanted ? self() + "#total" : self();
    }

    /** What the item before this page is sorted by, of as many parts as were given; empty for the first page. */
    public Optional<List<String>> after() {
        return after.isEmpty() ? Optional.empty() : Optional.of(after);
    }

    /** The page as JSON; {@code key} tells what an item is sorted by, ending with what makes it unique. */
    public <T> ObjectNode json(Slice<T> slice, Function<T, JsonNode> write, Function<T, List<String>> key) {
        ObjectNode body = Json.object();
        ArrayNode items = body.putArray("items");
        slice.items().forEach(item -> items.add(write.apply(item)));
        ObjectNode links = body.putObject("page").put("self", self()).put("first", link(""));
        if (slice.hasMore()) {
            links.put(
                    "next",
                    link(Cursor.encode(path + filter, key.apply(slice.items().getLast()))));
        }
        ObjectNode asked = body.putObject("query");
        for (String name : new TreeSet<>(query.names())) {
            if (!Set.of(LIMIT, CURSOR).contains(name)) {
                ArrayNode values = asked.putArray(name);
                query.all(name).forEach(values::add);
            }
        }
        asked.put(LIMIT, limit);
        return body;
    }

    /** As {@link #json}, with a link to what comes after this page, even when nothing has come yet. */
    public <T> ObjectNode feed(Slice<T> slice, Function<T, JsonNode> write, Function<T, List<String>> key) {
        ObjectNode body = json(slice, write, key);
        String cursor = slice.items().isEmpty()
                ? query.first(CURSOR).orElse("")
                : Cursor.encode(path + filter, key.apply(slice.items().getLast()));
        body.withObject("/page").put("resume", link(cursor));
        return body;
    }

    private String self() {
        return link(query.first(CURSOR).orElse(""));
    }

    private String link(String cursor) {
        return path
                + Stream.of(filter, "limit=" + limit, cursor.isEmpty() ? "" : "cursor=" + cursor)
                        .filter(part -> !part.isEmpty())
                        .collect(Collectors.joining("&", "?", ""));
    }

    /** The parameters of a query in one order, less some. */
    static String parameters(UriQuery query, Set<String> without) {
        return new TreeSet<>(query.names())
                .stream()
                        .filter(name -> !without.contains(name))
                        .flatMap(name -> query.all(name).stream().map(value -> encoded(name) + "=" + encoded(value)))
                        .collect(Collectors.joining("&"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
