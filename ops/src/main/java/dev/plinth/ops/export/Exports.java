package dev.plinth.ops.export;

import dev.plinth.ops.ExitCode;
import dev.plinth.ops.Failure;
import dev.plinth.ops.cloud.Cloud;
import dev.plinth.ops.cloud.Clouds;
import dev.plinth.ops.console.Colour;
import dev.plinth.ops.console.Console;
import dev.plinth.ops.console.Json;
import dev.plinth.ops.console.Table;
import dev.plinth.ops.database.Database;
import dev.plinth.ops.environment.Selection;
import dev.plinth.ops.environment.StackRuns;
import dev.plinth.ops.export.Manifest.Origin;
import dev.plinth.ops.tls.Authority;
import java.sql.Connection;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Makes exports of an environment's database, lists them, clears away what is not needed, and proves them. */
public final class Exports {
    private final StackRuns stacks;
    private final Clouds clouds;
    private final Keeper keeper;

    public Exports(StackRuns stacks, Clouds clouds, Keeper keeper) {
        this.stacks = stacks;
        this.clouds = clouds;
        this.keeper = keeper;
    }

    /** Who keeps exports: which build, when, and where it tells of them. */
    public record Keeper(String build, Console console, InstantSource clock) {}

    /**
     * What a command is about.
     *
     * @param authority who signs the server's certificate, where it is not the sandbox
     */
    public record Order(Selection selection, Optional<Authority> authority, boolean json) {}

    /** Exports the database and clears away what the retention does not keep; a dry run only tells of both. */
    public void export(Order order, boolean dryRun) {
        try (var cloud = clouds.open(stacks.place(order.selection()))) {
            var shelf = shelf(order, cloud);
            var now = keeper.clock().instant();
            if (dryRun) {
                tellPlan(shelf, order);
                return;
            }
            var origin = new Origin(order.selection().stack(), database(order), "", keeper.build());
            var made = new Exporter(source(order, cloud), shelf).export(origin, now);
            var surplus = Retention.surplus(shelf.all(), now);
            surplus.forEach(shelf::delete);
            tell(made, surplus, order.json());
        }
    }

    /** Lists the exports, the newest first. */
    public void list(Order order) {
        try (var cloud = clouds.open(stacks.place(order.selection()))) {
            var all = shelf(order, cloud).all();
            var out = keeper.console().out();
            if (order.json()) {
                out.line(Json.print(all.stream().map(Exports::json).toList()));
            } else if (all.isEmpty()) {
                out.line("there is no export yet; make one with: plinth backup export");
            } else {
                var table = new Table();
                all.forEach(export -> table.row(export.id(), export.taken().toString(), state(export)));
                out.lines(table.lines());
            }
        }
    }

    /** Restores an export, or the newest whole one, and fails with the place of any difference. */
    public void verify(Order order, Optional<String> id) {
        try (var cloud = clouds.open(stacks.place(order.selection()))) {
            var shelf = shelf(order, cloud);
            var chosen = id.or(() -> shelf.all().stream()
                            .filter(Export::isWhole)
                            .map(Export::id)
                            .findFirst())
                    .orElseThrow(
                            () -> Failure.usage("there is no export to prove", "make one with: plinth backup export"));
            var manifest = shelf.manifest(chosen);
            var differences = new Verifier(source(order, cloud), shelf).differences(chosen, manifest);
            shelf.prove(chosen, differences.isEmpty(), keeper.clock().instant());
            conclude(chosen, manifest, differences, order.json());
        }
    }

    private void tellPlan(Shelf shelf, Order order) {
        var now = keeper.clock().instant();
        var screen = keeper.console().narration(order.json());
        screen.line("an export of %s would be made".formatted(order.selection().stack()));
        Retention.surplus(shelf.all(), now).forEach(export -> screen.line("would be deleted: " + export.id()));
        screen.line("dry run: nothing was changed");
    }

    private void tell(Exporter.Made made, List<Export> surplus, boolean json) {
        var out = keeper.console().out();
        var manifest = made.manifest();
        if (json) {
            var data = Json.object()
                    .put("id", made.id())
                    .put("tables", manifest.tables().size())
                    .put("rows", manifest.rows())
                    .put("bytes", manifest.bytes());
            surplus.forEach(export -> data.withArray("deleted").add(export.id()));
            out.line(Json.print(data));
            return;
        }
        out.line(out.paint(
                Colour.GREEN,
                "%s: %d tables, %d rows, %d bytes"
                        .formatted(made.id(), manifest.tables().size(), manifest.rows(), manifest.bytes())));
        surplus.forEach(export -> out.line("deleted: " + export.id()));
        out.line("prove it with: plinth backup verify-export --export " + made.id());
    }

    private void conclude(String id, Manifest manifest, List<String> differences, boolean json) {
        if (json) {
            var data = Json.object().put("id", id).put("restored", differences.isEmpty());
            differences.forEach(data.putArray("differences")::add);
            keeper.console().out().line(Json.print(data));
        } else if (differences.isEmpty()) {
            var out = keeper.console().out();
            out.line(out.paint(
                    Colour.GREEN,
                    "%s restores: %d tables, %d rows as exported"
                            .formatted(id, manifest.tables().size(), manifest.rows())));
        }
        if (!differences.isEmpty()) {
            keeper.console().err().line("plinth: %s does not restore what was exported".formatted(id));
            differences.forEach(difference -> keeper.console().err().line("  " + difference));
            throw Failure.reported(ExitCode.FAILED);
        }
    }

    private Shelf shelf(Order order, Cloud cloud) {
        var bucket = stacks.whereabouts(order.selection()).text("/operationsBucket");
        return new Shelf(cloud.objects(bucket));
    }

    private String database(Order order) {
        return stacks.whereabouts(order.selection()).text("/database/name");
    }

    private Supplier<Connection> source(Order order, Cloud cloud) {
        var selection = order.selection();
        var authority = Database.authority(order.authority(), stacks.authority(selection));
        var database = new Database(stacks.whereabouts(selection), cloud);
        var owner = database.owner(cloud.databases().server(database.primary()));
        return () -> owner.open(authority, Exporter.VISITOR);
    }

    private static String state(Export export) {
        if (!export.isWhole()) {
            return "not whole";
        }
        return export.proven()
                .map(restored -> restored ? "proven" : "does not restore")
                .orElse("not proven yet");
    }

    private static Object json(Export export) {
        var data = Json.object()
                .put("id", export.id())
                .put("taken", export.taken().toString())
                .put("whole", export.isWhole());
        export.proven().ifPresent(proven -> data.put("proven", proven));
        return data;
    }
}
