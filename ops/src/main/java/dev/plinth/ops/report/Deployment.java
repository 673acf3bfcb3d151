package dev.plinth.ops.report;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plinth.ops.Failure;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;

/**
 * A release that users met: at least a part of their traffic went to the new version.
 *
 * @param reached when all traffic went to it, or when it was given up before
 * @param isWhole whether all traffic ever went to it
 * @param failure what needed somebody or something to take it back, if anything did
 */
record Deployment(String id, String commit, Instant reached, boolean isWhole, Optional<Restoration> failure) {
    private static final String FIRST_SHIFT = "shift-10";
    private static final String LAST_SHIFT = "shift-100";

    /** Reads a record of a release; one that no user has met, or that is still going on, is no deployment. */
    static Optional<Deployment> read(String key, JsonNode record) {
        try {
            var first = step(record, FIRST_SHIFT).map(step -> time(step, "begun"));
            var outcome = record.required("outcome").asText();
            if (first.isEmpty() || outcome.equals("running")) {
                return Optional.empty();
            }
            var whole = step(record, LAST_SHIFT)
                    .filter(step -> step.has("ended") && !step.has("failure"))
                    .map(step -> time(step, "ended"));
            var ended = Optional.of(record).filter(known -> known.has("ended")).map(known -> time(known, "ended"));
            var failure = outcome.equals("succeeded")
                    ? Optional.<Restoration>empty()
                    : Optional.of(new Restoration(whole.orElse(first.get()), ended));
            return Optional.of(new Deployment(
                    record.required("id").asText(),
                    record.path("commit").asText(),
                    whole.or(() -> ended).orElse(first.get()),
                    whole.isPresent(),
                    failure));
        } catch (DateTimeException | IllegalArgumentException e) {
            throw Failure.failed("%s is no record of a release: %s".formatted(key, e.getMessage()));
        }
    }

    private static Optional<JsonNode> step(JsonNode record, String name) {
        return record.path("steps")
                .valueStream()
                .filter(step -> step.path("step").asText().equals(name))
                .findFirst();
    }

    private static Instant time(JsonNode json, String name) {
        return Instant.parse(json.required(name).asText());
    }
}
