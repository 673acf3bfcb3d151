package dev.plinth.ops.site;

import dev.plinth.ops.console.Colour;
import dev.plinth.ops.console.Console;
import dev.plinth.ops.console.Json;
import dev.plinth.ops.console.Table;
import dev.plinth.ops.site.SiteReleases.Found;
import java.net.URI;
import java.util.List;

/** Tells of the site's releases. */
final class SiteReport {
    private final Console console;

    SiteReport(Console console) {
        this.console = console;
    }

    void list(SiteStanding standing, List<Found> releases, boolean json) {
        var out = console.out();
        if (json) {
            out.line(Json.print(json(standing, releases)));
        } else if (releases.isEmpty()) {
            out.line("nothing has been published yet; do it with: plinth site publish FOLDER");
        } else {
            var table = new Table();
            releases.forEach(release -> table.row(
                    standing.isLive(release.version()) ? "*" : "",
                    release.version(),
                    release.published().toString(),
                    release.files() + " files",
                    release.bytes() + " bytes",
                    remark(standing, release)));
            out.lines(table.lines());
        }
    }

    /** Tells what is live now, and the way back. */
    void live(SiteStanding standing, URI address, boolean checked, boolean json) {
        var live = standing.live().orElse("nothing");
        var out = console.out();
        if (json) {
            var data = Json.object()
                    .put("live", live)
                    .put("address", address.toString())
                    .put("checked", checked);
            standing.past().forEach(data.putArray("previous")::add);
            out.line(Json.print(data));
            return;
        }
        out.line(out.paint(Colour.GREEN, "%s is live at %s".formatted(live, address))
                + (checked ? "" : ", which was not checked from here"));
        standing.past().stream()
                .findFirst()
                .ifPresent(previous -> out.line("back to %s with: plinth site rollback".formatted(previous)));
    }

    private static String remark(SiteStanding standing, Found release) {
        if (standing.isLive(release.version())) {
            return "live";
        }
        return release.whole() ? "" : "not whole: its upload was interrupted, or another tool made it";
    }

    private static Object json(SiteStanding standing, List<Found> releases) {
        var data = Json.object();
        standing.live().ifPresent(live -> data.put("live", live));
        var all = data.putArray("releases");
        releases.forEach(release -> all.addObject()
                .put("version", release.version())
                .put("live", standing.isLive(release.version()))
                .put("published", release.published().toString())
                .put("files", release.files())
                .put("bytes", release.bytes())
                .put("whole", release.whole()));
        return data;
    }
}
