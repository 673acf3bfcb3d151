package dev.plinth.policy.plan;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.plinth.policy.Stack;
import dev.plinth.policy.plan.Plan.Origin;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Reads what the stock CLI writes: {@code pulumi preview --json} and {@code pulumi stack export}. */
public final class PlanFile {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();
    private static final Pattern NAMED = Pattern.compile("\"urn\"\\s*:\\s*\"([^\"]+)\"");

    private PlanFile() {}

    /** The plan in a file; throws {@link UnreadablePlanException} if there is none that can be judged. */
    public static Plan read(Path file) {
        try {
            return plan(text(file));
        } catch (UnreadablePlanException problem) {
            throw problem.in(file);
        }
    }

    private static Plan plan(String text) {
        Element root = new Element(parse(text), "");
        boolean preview = PreviewDigest.isOne(root);
        List<SavedResource> resources = preview ? PreviewDigest.resources(root) : StackExport.resources(root);
        var all = new LinkedHashMap<String, SavedResource>();
        resources.forEach(resource -> all.put(resource.urn(), resource));
        return new Plan(
                origin(resources, preview),
                all.values().stream().map(resource -> resource.withInputs(all)).toList(),
                new Stack(all.values().stream()
                        .map(resource -> resource.withOutputs(all))
                        .toList()),
                lines(text));
    }

    private static Origin origin(List<SavedResource> resources, boolean preview) {
        return resources.stream()
                .findFirst()
                .map(SavedResource::urnParts)
                .map(urn -> new Origin(urn.get(1), urn.get(0), preview))
                .orElseGet(() -> new Origin("", "", preview));
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (NoSuchFileException missing) {
            throw new UnreadablePlanException("", "there is no such file", Element.REMAKE);
        } catch (CharacterCodingException binary) {
            throw new UnreadablePlanException("", "expected JSON in UTF-8, found other bytes", Element.REMAKE);
        } catch (IOException unreadable) {
            throw new UnreadablePlanException("", "cannot be read: " + unreadable, "Give a file that you may read.");
        }
    }

    private static JsonNode parse(String text) {
        try {
            JsonNode json = MAPPER.readTree(text);
            if (json.isObject()) {
                return json;
            }
            throw new UnreadablePlanException(
                    "", "expected an object of JSON, found " + describe(json), Element.REMAKE);
        } catch (JacksonException malformed) {
            JsonLocation at = malformed.getLocation();
            String place = at == null ? "" : "line %d, column %d".formatted(at.getLineNr(), at.getColumnNr());
            throw new UnreadablePlanException(place, "expected JSON, found something else", Element.REMAKE);
        }
    }

    private static String describe(JsonNode json) {
        return json instanceof MissingNode ? "nothing" : "something else";
    }

    private static Map<String, Integer> lines(String text) {
        var lines = new HashMap<String, Integer>();
        int number = 1;
        for (String line : text.split("\n", -1)) {
            var named = NAMED.matcher(line);
            while (named.find()) {
                lines.putIfAbsent(named.group(1), number);
            }
            number++;
        }
        return lines;
    }
}
