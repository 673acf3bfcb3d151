package dev.plinth.ops.release;

import dev.plinth.ops.Failure;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** What must hold before a release begins; everything that does not is told at once. */
final class Checks {
    /** Of the requirements: no release without a backup of the last day. */
    private static final Duration BACKUP_AGE_MAX = Duration.ofDays(1);

    private static final Pattern DIGEST = Pattern.compile(".+@sha256:[0-9a-f]{64}");

    private final World world;
    private final List<String> findings = new ArrayList<>();
    private final List<String> faults = new ArrayList<>();

    Checks(World world) {
        this.world = world;
    }

    /** What was found to be in order; throws what was not. */
    List<String> run() {
        account();
        settled();
        alone();
        healthy();
        image();
        migrations();
        backup();
        space();
        alarms();
        if (!faults.isEmpty()) {
            throw new StepFailed("the environment is not fit for a release:\n" + String.join("\n", faults));
        }
        return List.copyOf(findings);
    }

    private void account() {
        var signedIn = world.premises().account();
        var expected = world.premises().accountExpected();
        judge(
                signedIn.equals(expected),
                "account " + signedIn,
                "signed in to account %s, and the environment lives in %s".formatted(signedIn, expected));
    }

    private void settled() {
        judge(
                !world.stack().isUnfinished(),
                "no update is unfinished",
                "the last update of the stack did not reach its end; repeat it: plinth up");
        var standing = world.stack().standing();
        judge(
                standing.isSettled(),
                "%s gets all requests".formatted(standing.live()),
                "%s is live but gets %d of 100 requests; put it in order: plinth up --release '{\"live\":\"%s\"}'"
                        .formatted(standing.live(), standing.weight(standing.live()), standing.live()));
    }

    private void alone() {
        var atWork = world.stack().atWork();
        judge(
                atWork.isEmpty(),
                "no other run is at work",
                "another run is at work on the stack: %s; wait until it ends".formatted(atWork.orElse("")));
    }

    private void healthy() {
        var live = world.stack().standing().live();
        var targets = world.targets().of(live);
        var healthy = targets.stream().filter(TargetHealth.Target::isHealthy).count();
        judge(
                healthy > 0 && targets.stream().noneMatch(TargetHealth.Target::isLost),
                "%s is healthy (%d targets)".formatted(live, healthy),
                "%s is not healthy: %s".formatted(live, targets.isEmpty() ? "it has no target" : targets));
    }

    /** A pod of the live version that is started anew during the release, or after a rollback, needs its image. */
    private void image() {
        var standing = world.stack().standing();
        var image = standing.image(standing.live());
        if (!DIGEST.matcher(image).matches()) {
            faults.add("the image of %s is not named by its digest: %s".formatted(standing.live(), image));
            return;
        }
        judge(
                world.premises().holds(image),
                "the registry holds the image of " + standing.live(),
                "the registry does not hold the image of %s any more: %s; bring it back, or %s cannot start again"
                        .formatted(standing.live(), image, standing.live()));
    }

    private void migrations() {
        try {
            findings.add("the migrations can be read, up to version %d"
                    .formatted(world.migrations().newest()));
        } catch (Failure e) {
            faults.add("%s; %s".formatted(e.getMessage(), String.join("; ", e.details())));
        }
    }

    private void space() {
        var space = world.premises().space();
        judge(
                space.suffices(),
                space.toString(),
                "%s, and a release needs %s; make room first".formatted(space, space.needed()));
    }

    private void backup() {
        newest();
        restorable();
    }

    private void newest() {
        var oldest = world.pace().now().minus(BACKUP_AGE_MAX);
        var newest = world.premises().newestBackup();
        judge(
                newest.filter(made -> !made.isBefore(oldest)).isPresent(),
                newest.map(made -> "the newest backup is of " + made).orElse(""),
                newest.map(made -> "the newest backup is of %s, more than a day ago; make one: plinth backup now"
                                .formatted(made))
                        .orElse("there is no backup that can be restored; make one: plinth backup now"));
    }

    private void restorable() {
        var now = world.pace().now();
        var restorable = world.premises().restorable();
        judge(
                restorable
                        .filter(last -> last.isAfter(now.minus(BACKUP_AGE_MAX)))
                        .isPresent(),
                restorable
                        .map(last -> "the database can be restored to " + last)
                        .orElse(""),
                restorable
                        .map(last -> "the database can be restored to %s only, more than a day ago".formatted(last))
                        .orElse("the database cannot be restored to any time: it has no backup"));
    }

    private void alarms() {
        var firing = world.premises().alarms();
        judge(
                firing.isEmpty(),
                "no alarm fires",
                "alarms fire: %s; a release is no cure for what is not understood"
                        .formatted(String.join(", ", firing)));
    }

    private void judge(boolean holds, String finding, String fault) {
        if (holds) {
            findings.add(finding);
        } else {
            faults.add(fault);
        }
    }
}
