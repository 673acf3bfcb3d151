package dev.plinth.app.page;

import dev.plinth.app.metrics.Amount;
import dev.plinth.app.metrics.Classification;
import dev.plinth.app.metrics.Definition;
import dev.plinth.app.metrics.Dimension;
import dev.plinth.app.metrics.Expression;
import dev.plinth.app.metrics.MetricContent;
import dev.plinth.app.metrics.Owner;
import dev.plinth.app.metrics.RowFilter;
import dev.plinth.app.metrics.Source;
import dev.plinth.app.metrics.Stewardship;
import dev.plinth.app.metrics.Target;
import dev.plinth.app.values.Label;
import dev.plinth.app.values.Names;
import dev.plinth.app.values.Prose;
import dev.plinth.app.values.Tag;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** What a definition says, part by part in the order in which people read it, as lines of text. */
final class ContentLines {
    static Map<String, List<String>> of(MetricContent content) {
        Map<String, List<String>> lines = new LinkedHashMap<>();
        lines.put("Name", List.of(content.name().value()));
        lines.put("Description", List.of(content.description().value()));
        add(lines, content.definition());
        add(lines, content.classification());
        add(lines, content.stewardship());
        lines.put("Other names", each(content.remarks().aliases(), Label::value));
        lines.put("Notes", content.remarks().notes().map(Prose::value).stream().toList());
        return lines;
    }

    private static void add(Map<String, List<String>> lines, Definition definition) {
        for (Expression expression : definition.expressions()) {
            lines.put(
                    "Expression in " + Words.of(expression.dialect()),
                    List.of(expression.text().value()));
        }
        lines.put("Only rows where", each(definition.filters(), RowFilter::value));
        lines.put("Broken down by", each(definition.dimensions(), Dimension::value));
        lines.put("Unit", List.of(definition.measure().unit().value()));
        lines.put("Direction", List.of(title(definition.measure().direction())));
        lines.put("Adds up by", List.of(title(definition.measure().aggregation())));
        lines.put("Every", List.of(title(definition.measure().grain())));
    }

    private static void add(Map<String, List<String>> lines, Classification classification) {
        lines.put("Kind", List.of(title(classification.calculationType())));
        lines.put("Speaks", List.of(title(classification.metricType())));
        lines.put("Domain", List.of(classification.domain().value()));
        lines.put("Tier", List.of(Integer.toString(classification.tier().value())));
        lines.put("Tags", each(classification.tags(), Tag::value));
    }

    private static void add(Map<String, List<String>> lines, Stewardship stewardship) {
        lines.put("Owners", each(stewardship.owners(), ContentLines::owner));
        lines.put("Sources", each(stewardship.sources(), ContentLines::source));
        lines.put("Targets", each(stewardship.targets(), ContentLines::target));
    }

    private static String owner(Owner owner) {
        return "%s: %s".formatted(title(owner.role()), owner.team());
    }

    private static String source(Source source) {
        return "%s %s%s"
                .formatted(
                        source.system(),
                        source.table(),
                        source.column().map(name -> "." + name).orElse(""));
    }

    private static String target(Target target) {
        return "%s: %s%s%s"
                .formatted(
                        title(target.period()),
                        Words.number(target.value()),
                        bound(", warning from ", target.warning()),
                        bound(", critical from ", target.critical()));
    }

    private static String bound(String words, Optional<Amount> amount) {
        return amount.map(value -> words + Words.number(value)).orElse("");
    }

    private static String title(Enum<?> constant) {
        return Words.title(Names.of(constant));
    }

    private static <T> List<String> each(List<T> items, Function<T, String> write) {
        return items.stream().map(write).toList();
    }

    private ContentLines() {}
}
