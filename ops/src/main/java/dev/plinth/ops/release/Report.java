package dev.plinth.ops.release;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plinth.ops.console.Json;
import dev.plinth.ops.console.Table;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How the releases of an environment stand, in lines and as data. */
record Report(Standing standing, Optional<Lock> lock, Optional<ReleaseRecord> last, boolean atWork) {
    private static final int IMAGE_TAIL = 12;

    List<String> lines() {
        var lines = new ArrayList<String>();
        lines.add("%s is live; blue gets %d and green %d of 100 requests"
                .formatted(standing.live(), standing.weight(Colour.BLUE), standing.weight(Colour.GREEN)));
        last.ifPresent(record -> {
            lines.add("release %s of %s: %s"
                    .formatted(record.id(), record.origin().who(), record.outcome()));
            lines.add("  \"%s\", from %s to %s"
                    .formatted(
                            record.origin().message(),
                            record.from().colour(),
                            record.to().colour()));
            lines.addAll(steps(record).lines());
            record.reason().ifPresent(reason -> lines.add("  why: " + reason));
        });
        lock.filter(held -> held.release().isEmpty()).ifPresent(held -> lines.add(held.toString()));
        lines.add("next: " + next());
        return lines;
    }

    ObjectNode json() {
        var json = Json.object().put("live", standing.live().toString());
        var weights = json.putObject("weights");
        var images = json.putObject("images");
        for (var colour : Colour.values()) {
            weights.put(colour.toString(), standing.weight(colour));
            images.put(colour.toString(), standing.image(colour));
        }
        lock.ifPresent(held -> json.put("lock", held.toString()));
        last.ifPresent(record -> json.set("release", RecordJson.write(record)));
        return json.put("atWork", atWork).put("next", next());
    }

    /** What a person can do now. */
    String next() {
        if (last.isEmpty()) {
            return "plinth release start";
        }
        var record = last.get();
        var at = record.reached().map(Step::toString).orElse("its begin");
        return switch (record.outcome()) {
            case RUNNING ->
                atWork
                        ? "it is at %s; plinth release promote ends its waiting, plinth release abort takes it back"
                                .formatted(at)
                        : "its plinth has ended in %s, nobody watches it: plinth release promote goes on from there, plinth release abort leads back to %s"
                                .formatted(at, record.from().colour());
            case STUCK -> "the way back failed: plinth release abort tries it again, once what stopped it is cured";
            case SUCCEEDED ->
                record.contracts()
                        ? "it cannot be taken back, as it contracted the schema; cure what is wrong by another release"
                        : "plinth release rollback leads back to %s, which is kept warm"
                                .formatted(record.from().colour());
            case FAILED ->
                "%s serves as before; cure what failed, then: plinth release start"
                        .formatted(record.from().colour());
            case ABORTED, ROLLED_BACK -> "plinth release start";
        };
    }

    /** One line a release. */
    static Table table(List<ReleaseRecord> records) {
        var table = new Table().row("RELEASE", "OUTCOME", "WHO", "TOOK", "IMAGE", "MESSAGE");
        records.forEach(record -> table.row(
                record.id(),
                record.outcome().toString(),
                record.origin().who().user(),
                record.span()
                        .ended()
                        .map(end -> "%d s"
                                .formatted(Duration.between(record.span().begun(), end)
                                        .toSeconds()))
                        .orElse("-"),
                tail(record.to().image()),
                record.origin().message()));
        return table;
    }

    private static Table steps(ReleaseRecord record) {
        var table = new Table();
        record.steps()
                .forEach(step -> table.row(
                        step.step().toString(),
                        step.begun().truncatedTo(ChronoUnit.SECONDS).toString(),
                        step.took()
                                .map(time -> "%d s".formatted(time.toSeconds()))
                                .orElse("..."),
                        step.failure().isPresent() ? "failed" : step.hasPassed() ? "passed" : "open"));
        return table;
    }

    private static String tail(String image) {
        return image.substring(Math.max(0, image.length() - IMAGE_TAIL));
    }
}
