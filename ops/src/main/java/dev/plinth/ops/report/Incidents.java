package dev.plinth.ops.report;

import dev.plinth.ops.Failure;
import dev.plinth.ops.console.Json;
import dev.plinth.ops.console.Table;
import dev.plinth.ops.environment.Selection;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;

/** Writes down when users were served badly, and when that was over. */
public final class Incidents {
    private static final DateTimeFormatter ID =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    private final Reports reports;

    public Incidents(Reports reports) {
        this.reports = reports;
    }

    /** Opens an incident, from now or from the time that is given. */
    public void open(Selection selection, String title, Optional<String> release, Optional<Instant> since) {
        var begun = since.orElseGet(reports.clock()::instant);
        if (begun.isAfter(reports.clock().instant())) {
            throw Failure.usage("--at: %s is not there yet".formatted(begun));
        }
        var incident = new Incident(ID.format(begun), title, new Restoration(begun, Optional.empty()), release);
        reports.inDiary(selection, diary -> {
            diary.open(incident);
            return true;
        });
        reports.console().out().line("incident %s is open since %s".formatted(incident.id(), begun));
        reports.console().out().line("when it is over: plinth report incident close " + incident.id());
    }

    /** Closes the incident, or the only one that is open. */
    public void close(Selection selection, Optional<String> id, Optional<Instant> when) {
        var closed = reports.inDiary(selection, diary -> {
            var incident = find(diary.incidents(), id).closed(when.orElseGet(reports.clock()::instant));
            diary.rewrite(incident);
            return incident;
        });
        reports.console()
                .out()
                .line("incident %s is closed; it lasted %s"
                        .formatted(closed.id(), Words.time(closed.span().took())));
    }

    /** Tells of every incident, the newest first. */
    public void list(Selection selection, boolean json) {
        var all = reports.inDiary(selection, Diary::incidents).reversed();
        var out = reports.console().out();
        if (json) {
            out.line(Json.print(all.stream().map(Incident::json).toList()));
        } else if (all.isEmpty()) {
            out.line("no incident was ever opened");
        } else {
            var table = new Table();
            all.forEach(incident -> table.row(
                    incident.id(),
                    incident.isOpen() ? "open" : Words.time(incident.span().took()),
                    incident.release().orElse(""),
                    incident.title()));
            out.lines(table.lines());
        }
    }

    private static Incident find(List<Incident> all, Optional<String> id) {
        var open = all.stream().filter(Incident::isOpen).toList();
        var meant = open.stream()
                .filter(incident -> id.map(incident.id()::equals).orElse(open.size() == 1))
                .findFirst();
        return meant.orElseThrow(() -> Failure.usage(
                id.map("there is no open incident %s"::formatted)
                        .orElse("expected the one open incident, found %d".formatted(open.size())),
                "see them with: plinth report incident list"));
    }
}
