package dev.plinth.ops.command;

import dev.plinth.ops.cost.Cost;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code plinth cost}. */
@Command(
        name = "cost",
        description = "Estimate what the plan costs in a month, by component.",
        footer = "By published prices and stated assumptions of usage; what has no price is listed by name.")
public final class CostCommand implements Runnable {
    private final Cost cost;

    @Mixin
    private final SelectionOptions selection = new SelectionOptions();

    @Mixin
    private final JsonOption json = new JsonOption();

    @Option(names = "--diff", description = "by how much the plan changes what the stack costs now")
    private boolean difference;

    public CostCommand(Cost cost) {
        this.cost = cost;
    }

    @Override
    public void run() {
        cost.run(selection.selection(), difference, json.json());
    }
}
