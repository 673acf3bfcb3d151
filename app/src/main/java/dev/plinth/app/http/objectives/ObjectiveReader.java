package dev.plinth.app.http.objectives;

import dev.plinth.app.http.JsonObjectReader;
import dev.plinth.app.metrics.Amount;
import dev.plinth.app.objectives.Aim;
import dev.plinth.app.objectives.CheckIn;
import dev.plinth.app.objectives.KeyResultContent;
import dev.plinth.app.objectives.ObjectiveContent;
import dev.plinth.app.objectives.Period;
import dev.plinth.app.values.DomainId;
import dev.plinth.app.values.InvalidValueException;
import dev.plinth.app.values.Label;
import dev.plinth.app.values.MetricId;
import dev.plinth.app.values.Prose;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** Makes objectives, key results and reports of the bodies that clients sent; throws with every fault of a body. */
final class ObjectiveReader {
    static ObjectiveContent objective(JsonObjectReader body) {
        Optional<DomainId> domain = body.text("domain", DomainId::new);
        Optional<Label> name = body.text("name", Label::new);
        Optional<Prose> description = body.text("description", Prose::new);
        Optional<LocalDate> startsOn = body.text("starts_on", ObjectiveReader::date);
        Optional<LocalDate> endsOn = body.text("ends_on", ObjectiveReader::date);
        Optional<Period> period =
                startsOn.flatMap(start -> endsOn.flatMap(end -> body.whole("ends_on", () -> new Period(start, end))));
        body.finish();
        return new ObjectiveContent(
                domain.orElseThrow(), name.orElseThrow(), description.orElseThrow(), period.orElseThrow());
    }

    static KeyResultContent keyResult(JsonObjectReader body) {
        Optional<Label> name = body.text("name", Label::new);
        Optional<Label> unit = body.text("unit", Label::new);
        Optional<MetricId> metric = body.optional("metric_id", MetricId::new);
        Optional<Aim.Direction> direction = body.choice("direction", Aim.Direction.class, Aim.Direction.UP);
        Optional<Amount> baseline = amount(body, "baseline");
        Optional<Amount> target = amount(body, "target");
        Optional<Aim> aim = direction.flatMap(way ->
                baseline.flatMap(from -> target.flatMap(to -> body.whole("target", () -> new Aim(way, from, to)))));
        body.finish();
        return new KeyResultContent(name.orElseThrow(), unit.orElseThrow(), metric, aim.orElseThrow());
    }

    static CheckIn.Report report(JsonObjectReader body) {
        Optional<Amount> value = amount(body, "value");
        Optional<Prose> note = body.optional("note", Prose::new);
        body.finish();
        return new CheckIn.Report(value.orElseThrow(), note);
    }

    private static Optional<Amount> amount(JsonObjectReader body, String field) {
        if (body.isAbsent(field)) {
            body.refuse(field, "must be given");
        }
        return body.decimal(field, Amount::new);
    }

    private static LocalDate date(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException malformed) {
            throw new InvalidValueException("must be a date such as 2026-03-31");
        }
    }

    private ObjectiveReader() {}
}
