package dev.plinth.app.http.metrics;

import dev.plinth.app.http.JsonObjectReader;
import dev.plinth.app.metrics.Amount;
import dev.plinth.app.metrics.Owner;
import dev.plinth.app.metrics.OwnerRole;
import dev.plinth.app.metrics.Source;
import dev.plinth.app.metrics.Stewardship;
import dev.plinth.app.metrics.Target;
import dev.plinth.app.metrics.TargetPeriod;
import dev.plinth.app.values.Label;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Makes owners, sources and targets of the JSON that a client sent. */
final class StewardshipReader {
    private final JsonObjectReader body;

    StewardshipReader(JsonObjectReader body) {
        this.body = body;
    }

    /** Empty when a list has a fault as a whole; the faults of their parts are only kept by the JSON's reader. */
    Optional<Stewardship> read() {
        List<Owner> owners = each("owners", StewardshipReader::owner);
        List<Source> sources = each("sources", StewardshipReader::source);
        List<Target> targets = each("targets", StewardshipReader::target);
        // One at a time, so that each list is told its own fault.
        boolean sound = Stream.of(
                        body.whole("owners", () -> new Stewardship(owners, List.of(), List.of())),
                        body.whole("sources", () -> new Stewardship(List.of(), sources, List.of())),
                        body.whole("targets", () -> new Stewardship(List.of(), List.of(), targets)))
                .allMatch(Optional::isPresent);
        return sound ? Optional.of(new Stewardship(owners, sources, targets)) : Optional.empty();
    }

    private <T> List<T> each(String field, Function<JsonObjectReader, Optional<T>> read) {
        return body.optionalObjects(field).stream()
                .map(read)
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<Owner> owner(JsonObjectReader owner) {
        Optional<OwnerRole> role = owner.choice("role", OwnerRole.class);
        Optional<Label> team = owner.text("team", Label::new);
        return role.flatMap(known -> team.map(named -> new Owner(known, named)));
    }

    private static Optional<Source> source(JsonObjectReader source) {
        Optional<Label> system = source.text("system", Label::new);
        Optional<Label> table = source.text("table", Label::new);
        Optional<Label> column = source.optional("column", Label::new);
        return system.flatMap(known -> table.map(named -> new Source(known, named, column)));
    }

    private static Optional<Target> target(JsonObjectReader target) {
        Optional<TargetPeriod> period = target.choice("period", TargetPeriod.class);
        if (target.isAbsent("value")) {
            target.refuse("value", "must be given");
        }
        Optional<Amount> value = target.decimal("value", Amount::new);
        Optional<Amount> warning = target.decimal("warning", Amount::new);
        Optional<Amount> critical = target.decimal("critical", Amount::new);
        return period.flatMap(known -> value.map(goal -> new Target(known, goal, warning, critical)));
    }
}
