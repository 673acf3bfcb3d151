package dev.plinth.sandbox.proxy;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A rule of a firewall: what happens to requests that match, or, with a rate, to those of a client that sent more of
 * them than its limit within the window.
 */
public record FirewallRule(
        String name, Match match, @Nullable Rate rate, Verdict verdict) {
    /** The rate of a rule that has one. */
    public Optional<Rate> limit() {
        return Optional.ofNullable(rate);
    }

    /** The most requests of one client within that many seconds. */
    public record Rate(long requests, int seconds) {}

    /** Which requests a rule is about. */
    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Match.All.class, name = "all"),
        @JsonSubTypes.Type(value = Match.Any.class, name = "any"),
        @JsonSubTypes.Type(value = Match.Not.class, name = "not"),
        @JsonSubTypes.Type(value = Match.Found.class, name = "found")
    })
    public sealed interface Match {
        /** Every part holds; without parts that is every request. */
        record All(List<Match> parts) implements Match {}

        /** Some part holds. */
        record Any(List<Match> parts) implements Match {}

        /** The part does not hold. */
        record Not(Match part) implements Match {}

        /** The regular expression is found in the path, or in that header when one is named. */
        record Found(String header, String expression) implements Match {}
    }

    /** What a rule does. */
    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Verdict.Count.class, name = "count"),
        @JsonSubTypes.Type(value = Verdict.Allow.class, name = "allow"),
        @JsonSubTypes.Type(value = Verdict.Block.class, name = "block")
    })
    public sealed interface Verdict {
        /** Counts, and asks the next rule. */
        record Count() implements Verdict {}

        /** Lets the request through; no further rule is asked. */
        record Allow() implements Verdict {}

        /** Refuses the request with this answer. */
        record Block(Action.FixedResponse answer, Map<String, String> headers) implements Verdict {}
    }
}
