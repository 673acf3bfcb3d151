package dev.plinth.ops.cost;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plinth.ops.console.Colour;
import dev.plinth.ops.console.Console;
import dev.plinth.ops.console.Json;
import dev.plinth.ops.console.Table;
import dev.plinth.ops.cost.PriceList.Price;
import dev.plinth.ops.environment.Planning;
import dev.plinth.ops.environment.Selection;
import java.util.Comparator;
import java.util.Locale;
import java.util.TreeSet;

/** Tells what a stack costs in a month, or by how much a plan changes that. */
public final class Cost {
    private static final double CENT = 0.005;

    private final Planning planning;
    private final Console console;

    public Cost(Planning planning, Console console) {
        this.planning = planning;
        this.console = console;
    }

    /** What the stack costs before and after its plan. */
    private record Comparison(Estimate before, Estimate after) {}

    /** Plans the stack and prints the estimate of the plan, by component. */
    public void run(Selection selection, boolean difference, boolean json) {
        var plan = planning.plan(selection);
        var list = PriceList.bundled();
        var estimator = new Estimator(list);
        var comparison = new Comparison(estimator.before(plan), estimator.after(plan));
        var out = console.out();
        if (json) {
            out.line(Json.print(json(selection, list, comparison)));
            return;
        }
        var title = "%s: US dollars a month in %s".formatted(selection.stack(), list.region());
        out.line(out.paint(Colour.BOLD, title));
        out.lines((difference ? differences(comparison) : sums(comparison.after())).lines());
        tellUnpriced(comparison.after());
        out.line("prices: %s; %d of %d are recalled, not read (prices.yaml has sources and assumptions)"
                .formatted(
                        period(list),
                        list.prices().values().stream()
                                .filter(price -> price.confidence() == PriceList.Confidence.RECALLED)
                                .count(),
                        list.prices().size()));
    }

    private static Table sums(Estimate estimate) {
        var table = new Table();
        estimate.byComponent().forEach((component, usd) -> table.row(component, money(usd)));
        return table.row("total", money(estimate.total()));
    }

    private static Table differences(Comparison comparison) {
        var table = new Table().row("", heading("before"), heading("after"), heading("difference"));
        var before = comparison.before().byComponent();
        var after = comparison.after().byComponent();
        var components = new TreeSet<>(before.keySet());
        components.addAll(after.keySet());
        components.stream()
                .filter(component ->
                        Math.abs(after.getOrDefault(component, 0.0) - before.getOrDefault(component, 0.0)) > CENT)
                .forEach(component ->
                        row(table, component, before.getOrDefault(component, 0.0), after.getOrDefault(component, 0.0)));
        row(table, "total", comparison.before().total(), comparison.after().total());
        return table;
    }

    private static void row(Table table, String name, double before, double after) {
        table.row(name, money(before), money(after), String.format(Locale.ROOT, "%+,12.2f", after - before));
    }

    private void tellUnpriced(Estimate estimate) {
        if (estimate.unpriced().isEmpty()) {
            return;
        }
        console.out().line(console.out().paint(Colour.BOLD, "not priced"));
        var table = new Table();
        estimate.unpriced()
                .forEach(resource -> table.row(resource.component(), resource.resource(), resource.reason()));
        console.out().lines(table.lines());
    }

    private static ObjectNode json(Selection selection, PriceList list, Comparison comparison) {
        var data = Json.object()
                .put("stack", selection.stack())
                .put("region", list.region())
                .put("currency", "USD")
                .put("total", cents(comparison.after().total()))
                .put("before", cents(comparison.before().total()));
        data.put(
                "difference",
                cents(comparison.after().total() - comparison.before().total()));
        var components = data.putObject("components");
        comparison.after().byComponent().forEach((component, usd) -> components.put(component, cents(usd)));
        var before = data.putObject("componentsBefore");
        comparison.before().byComponent().forEach((component, usd) -> before.put(component, cents(usd)));
        var lines = data.putArray("lines");
        comparison.after().lines().forEach(lines::addPOJO);
        var unpriced = data.putArray("notPriced");
        comparison.after().unpriced().forEach(unpriced::addPOJO);
        return data;
    }

    private static String period(PriceList list) {
        var days = list.prices().values().stream()
                .map(Price::day)
                .sorted(Comparator.naturalOrder())
                .toList();
        return "looked up %s to %s".formatted(days.getFirst(), days.getLast());
    }

    private static String heading(String text) {
        return String.format(Locale.ROOT, "%12s", text);
    }

    private static String money(double usd) {
        return String.format(Locale.ROOT, "%,12.2f", usd);
    }

    private static double cents(double usd) {
        return Math.round(usd * 100) / 100.0;
    }
}
