package dev.plinth.ops.cost;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.plinth.ops.cost.Estimate.Line;
import dev.plinth.ops.cost.Estimate.Unpriced;
import dev.plinth.ops.cost.PriceList.Charge;
import dev.plinth.ops.plan.Plan;
import dev.plinth.ops.plan.PlannedResource;
import dev.plinth.ops.plan.Values;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Multiplies the resources of a plan with a price list. */
final class Estimator {
    private static final Pattern POINTER = Pattern.compile("\\{([^}]*)}");
    private static final String OF_TYPE = "#";
    private static final double DOUBLED = 2;

    private final PriceList list;

    Estimator(PriceList list) {
        this.list = list;
    }

    /** What there will be once the plan is done. */
    Estimate after(Plan plan) {
        return estimate(plan, PlannedResource::remains, PlannedResource::after);
    }

    /** What there is before the plan is done. */
    Estimate before(Plan plan) {
        return estimate(plan, PlannedResource::wasThere, PlannedResource::before);
    }

    private Estimate estimate(
            Plan plan, Predicate<PlannedResource> counts, Function<PlannedResource, JsonNode> inputs) {
        var lines = new ArrayList<Line>();
        var unpriced = new ArrayList<Unpriced>();
        var resources = plan.resources().stream().filter(counts).toList();
        var byType = resources.stream()
                .collect(Collectors.groupingBy(PlannedResource::type, Collectors.mapping(inputs, Collectors.toList())));
        for (var resource : resources) {
            if (list.isFree(resource.type())) {
                continue;
            }
            var component = component(resource);
            var title = resource.resource().type() + " " + resource.name();
            var charges = list.charges().get(resource.type());
            if (charges == null) {
                unpriced.add(new Unpriced(component, title, "no price for this type"));
                continue;
            }
            var bill = new Bill(component, title, inputs.apply(resource), byType);
            charges.forEach(charge -> bill.add(charge, lines, unpriced));
        }
        return new Estimate(lines, unpriced);
    }

    /** The outermost component that a resource belongs to, by the last word of its type. */
    private static String component(PlannedResource resource) {
        return resource.resource().ancestry().stream()
                .findFirst()
                .map(type -> type.substring(type.lastIndexOf(':') + 1))
                .orElse("(stack)");
    }

    /** The charges of one resource. */
    private final class Bill {
        private final String component;
        private final String title;
        private final JsonNode inputs;
        private final Map<String, List<JsonNode>> byType;

        private Bill(String component, String title, JsonNode inputs, Map<String, List<JsonNode>> byType) {
            this.component = component;
            this.title = title;
            this.inputs = inputs;
            this.byType = byType;
        }

        void add(Charge charge, List<Line> lines, List<Unpriced> unpriced) {
            if (!applies(charge)) {
                return;
            }
            var name = POINTER.matcher(charge.price())
                    .replaceAll(reference -> at(reference.group(1)).asText("?"));
            var price = list.prices().get(name);
            if (price == null) {
                unpriced.add(new Unpriced(component, title, "no price " + name));
                return;
            }
            var quantity = 1.0;
            for (var factor : charge.times()) {
                var value = factor(factor);
                if (value.isEmpty()) {
                    unpriced.add(new Unpriced(component, title, "%s needs %s".formatted(name, factor)));
                    return;
                }
                quantity *= value.getAsDouble();
            }
            lines.add(new Line(component, title, name, quantity, quantity * price.usd()));
        }

        /** The value at a pointer: of this resource or, after a type and #, of the first of that type that has one. */
        private JsonNode at(String reference) {
            var end = reference.indexOf(OF_TYPE);
            if (end < 0) {
                return inputs.at(reference);
            }
            return byType.getOrDefault(reference.substring(0, end), List.of()).stream()
                    .map(other -> other.at(reference.substring(end + 1)))
                    .filter(value -> !value.isMissingNode() && !Values.isOpen(value))
                    .findFirst()
                    .orElse(MissingNode.getInstance());
        }

        private boolean applies(Charge charge) {
            return charge.when().entrySet().stream()
                    .allMatch(
                            condition -> inputs.at(condition.getKey()).asText().equals(condition.getValue()));
        }

        private OptionalDouble factor(String alternatives) {
            return Stream.of(alternatives.split("\\|"))
                    .map(this::single)
                    .filter(OptionalDouble::isPresent)
                    .findFirst()
                    .orElse(OptionalDouble.empty());
        }

        private OptionalDouble assumption(String name) {
            var assumption = list.assumptions().get(name);
            return assumption == null ? OptionalDouble.empty() : OptionalDouble.of(assumption.value());
        }

        private OptionalDouble single(String factor) {
            if (factor.startsWith("?")) {
                return OptionalDouble.of(inputs.at(factor.substring(1)).asBoolean() ? DOUBLED : 1);
            } else if (!factor.contains("/")) {
                return assumption(factor);
            }
            var value = at(factor);
            if (value.isArray()) {
                return OptionalDouble.of(value.size());
            }
            return value.isMissingNode() || Values.isOpen(value)
                    ? OptionalDouble.empty()
                    : OptionalDouble.of(value.asDouble());
        }
    }
}
