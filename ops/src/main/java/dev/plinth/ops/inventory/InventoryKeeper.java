package dev.plinth.ops.inventory;

import dev.plinth.ops.Failure;
import dev.plinth.ops.console.Console;
import dev.plinth.ops.environment.Planning;
import dev.plinth.ops.environment.Selection;
import dev.plinth.ops.house.House;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Keeps the inventory of each stack in the checkout, so that a review of a change sees what it changes. */
public final class InventoryKeeper {
    private final House house;
    private final Planning planning;
    private final Console console;

    public InventoryKeeper(House house, Planning planning, Console console) {
        this.house = house;
        this.planning = planning;
        this.console = console;
    }

    /** What is done with the inventory of the plan. */
    public enum Use {
        /** It is printed. */
        SHOW,
        /** It becomes the one in the checkout. */
        UPDATE,
        /** It has to be the one in the checkout. */
        CHECK
    }

    /** Plans the stack and uses the inventory of the plan. */
    public void run(Selection selection, Use use) {
        var renewal =
                "plinth inventory %s%s --update".formatted(selection.stack(), selection.sandbox() ? " --sandbox" : "");
        var file = house.home().resolve("infra/inventory/%s.txt".formatted(selection.stack()));
        var inventory = Inventory.of(planning.plan(selection), KeyProperties.bundled());
        switch (use) {
            case SHOW -> console.out().lines(inventory.text(renewal).lines().toList());
            case UPDATE -> update(inventory, file, renewal);
            case CHECK -> check(inventory, file, renewal);
        }
    }

    private void update(Inventory inventory, Path file, String renewal) {
        var differences = differences(inventory, file);
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, inventory.text(renewal));
        } catch (IOException e) {
            throw Failure.failed("%s cannot be written: %s".formatted(file, e.getMessage()));
        }
        console.out().lines(differences);
        console.out().line("%d resources in %s".formatted(inventory.entries().size(), file));
    }

    private void check(Inventory inventory, Path file, String renewal) {
        if (!Files.exists(file)) {
            throw Failure.failed("there is no " + file, "make it with: " + renewal);
        }
        var differences = differences(inventory, file);
        if (!differences.isEmpty()) {
            console.out().lines(differences);
            throw Failure.failed(
                    "the plan is not what %s says".formatted(file),
                    "- is only in the file, + only in the plan, ~ differs",
                    "if it is meant to be so, renew the file with: " + renewal);
        }
        console.out()
                .line("%d resources, as %s says".formatted(inventory.entries().size(), file));
    }

    private static List<String> differences(Inventory inventory, Path file) {
        try {
            var known = Inventory.parse(Files.exists(file) ? Files.readString(file) : "");
            return known.differencesTo(inventory);
        } catch (IOException e) {
            throw Failure.failed("%s cannot be read: %s".formatted(file, e.getMessage()));
        }
    }
}
