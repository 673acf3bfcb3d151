package dev.plinth.ops.command;

import dev.plinth.ops.inventory.InventoryKeeper;
import dev.plinth.ops.inventory.InventoryKeeper.Use;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code plinth inventory}. */
@Command(
        name = "inventory",
        description =
                "Print every resource of the plan with its key properties, or keep it in infra/inventory/STACK.txt.")
public final class InventoryCommand implements Runnable {
    private final InventoryKeeper keeper;

    @Mixin
    private final SelectionOptions selection = new SelectionOptions();

    @ArgGroup
    private final Purpose purpose = new Purpose();

    public InventoryCommand(InventoryKeeper keeper) {
        this.keeper = keeper;
    }

    /** At most one of the two. */
    private static final class Purpose {
        @Option(names = "--update", description = "write the file, and tell what changed in it")
        private boolean update;

        @Option(names = "--check", description = "fail with the differences when the file says something else")
        private boolean check;

        Use use() {
            return update ? Use.UPDATE : check ? Use.CHECK : Use.SHOW;
        }
    }

    @Override
    public void run() {
        keeper.run(selection.selection(), purpose.use());
    }
}
