package dev.plinth.ops.backup;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Something that was promised of backups, and what was found.
 *
 * @param kept nothing when it cannot be judged here
 */
record Promise(String what, Optional<Boolean> kept, String found) {
    /** The program's plan makes one each day. */
    static final Duration AGE_MAX = Duration.ofDays(1);

    /** How much of the last changes may be lost: requirement A2. */
    static final Duration RPO = Duration.ofHours(1);

    /** A copy begins when a daily backup is done, which takes up to eight hours. */
    static final Duration COPY_AGE_MAX = Duration.ofHours(36);

    /** All promises, judged at a moment. */
    static List<Promise> judge(Found found, Instant now, boolean copiesAreMade) {
        return List.of(
                young("a backup younger than a day", found.newest(), now, AGE_MAX),
                restorable(found.restorable(), now),
                encrypted(found),
                copiesAreMade
                        ? young("a copy in the recovery region", found.newestCopy(), now, COPY_AGE_MAX)
                        : new Promise(
                                "a copy in the recovery region",
                                Optional.empty(),
                                "not judged: the sandbox is one machine and copies nothing"));
    }

    boolean isBroken() {
        return kept.isPresent() && !kept.get();
    }

    private static Promise young(String what, Optional<Backup> newest, Instant now, Duration ageMax) {
        return newest.map(backup -> {
                    var age = Duration.between(backup.made(), now);
                    return new Promise(
                            what,
                            Optional.of(age.compareTo(ageMax) <= 0),
                            "%s is %s old".formatted(backup.name(), Spelling.age(age)));
                })
                .orElseGet(() -> new Promise(what, Optional.of(false), "there is none that can be restored"));
    }

    private static Promise restorable(Optional<Instant> last, Instant now) {
        var what = "restorable to the last hour";
        return last.map(moment -> {
                    var behind = Duration.between(moment, now);
                    return new Promise(
                            what,
                            Optional.of(behind.compareTo(RPO) <= 0),
                            "restorable to %s ago".formatted(Spelling.age(behind)));
                })
                .orElseGet(() -> new Promise(what, Optional.of(false), "it cannot be restored to a moment"));
    }

    private static Promise encrypted(Found found) {
        var open = Stream.concat(found.here().stream(), found.copies().stream())
                .filter(backup -> !backup.encrypted())
                .map(Backup::name)
                .toList();
        return new Promise(
                "every backup encrypted",
                Optional.of(open.isEmpty()),
                open.isEmpty() ? "all are" : "not encrypted: " + String.join(", ", open));
    }
}
