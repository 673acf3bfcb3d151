package dev.plinth.ops.manifests;

import dev.plinth.ops.console.Console;
import dev.plinth.ops.console.Table;
import dev.plinth.ops.environment.Planning;
import dev.plinth.ops.environment.Selection;
import dev.plinth.ops.house.House;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Writes the Kubernetes manifests of a plan, one file an object. */
public final class ManifestExport {
    /** As a folder: everything goes to the output instead. */
    public static final String STANDARD_OUTPUT = "-";

    private final Planning planning;
    private final KindSchemas schemas;
    private final Console console;

    public ManifestExport(House house, Planning planning, Console console) {
        this.planning = planning;
        this.schemas = new KindSchemas(house.home().resolve(KindSchemas.FOLDER));
        this.console = console;
    }

    /** Plans the stack and writes its manifests into the folder, or one after the other to the output. */
    public void run(Selection selection, String output) {
        var manifests = Manifests.of(planning.plan(selection), schemas);
        if (output.equals(STANDARD_OUTPUT)) {
            manifests.objects().forEach(manifest -> {
                console.out().line("---");
                console.out().lines(manifest.yaml().lines().toList());
            });
        } else {
            write(manifests, Path.of(output));
        }
        tellCharts(manifests);
    }

    private void write(Manifests manifests, Path folder) {
        for (var manifest : manifests.objects()) {
            manifest.writeInto(folder);
        }
        var names = manifests.objects().stream().map(Manifest::fileName).toList();
        others(folder, names)
                .forEach(file -> console.err().line("plinth: not of this plan, left alone: " + folder.resolve(file)));
        console.out().line("%d manifests in %s".formatted(names.size(), folder));
    }

    private void tellCharts(Manifests manifests) {
        if (manifests.charts().isEmpty()) {
            return;
        }
        console.err().line("plinth: not rendered, as only Helm knows what is in them:");
        var table = new Table();
        manifests
                .charts()
                .forEach(chart -> table.row(chart.name(), chart.chart(), chart.version(), chart.repository()));
        console.err().lines(table.lines());
    }

    /** The files of a run of an earlier plan, or of somebody else. */
    private static List<String> others(Path folder, List<String> names) {
        try (var files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".yaml") && !names.contains(name))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
