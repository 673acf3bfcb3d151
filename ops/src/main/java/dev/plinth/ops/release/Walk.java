package dev.plinth.ops.release;

import dev.plinth.ops.ExitCode;
import dev.plinth.ops.Failure;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Goes through the steps of a release, from the first that has not passed. Whatever fails, the traffic is led back to the
 * version that worked, by itself. Only where this process itself is stopped does everything stay as it is.
 */
final class Walk {
    private final World world;
    private final Terms terms;
    private final Journal journal;
    private final Starts starts;

    Walk(World world, Terms terms, Journal journal) {
        this.world = world;
        this.terms = terms;
        this.journal = journal;
        this.starts = new Starts(world.targets());
    }

    /** The record of the release when it is over. */
    ReleaseRecord go() {
        try {
            for (var step = journal.record().next();
                    step.isPresent();
                    step = step.get().next()) {
                journal.begin(step.get());
                take(step.get());
                journal.wishes();
            }
            return journal.ended(Outcome.SUCCEEDED, Optional.empty());
        } catch (StepFailed e) {
            return fail(e.reason(), e.measured());
        } catch (Stopped e) {
            journal.say("stopped from another terminal");
            return back(Outcome.ABORTED, "stopped from another terminal");
        } catch (Failure e) {
            if (e.exitCode() == ExitCode.INTERRUPTED) {
                throw e;
            }
            return fail(reason(e), List.of());
        }
    }

    /** Leads all requests to the version before; a colour that did not come to run the new image gets its old one back. */
    ReleaseRecord back(Outcome outcome, String reason) {
        var record = journal.record();
        if (record.reached().filter(Step::changesSomething).isEmpty()) {
            return journal.ended(outcome, Optional.of(reason));
        }
        try {
            var live = record.from().colour();
            world.stack().update(record.isDeploying() ? Requests.live(live, record.to()) : Requests.live(live));
            journal.say(
                    "%s gets every request, as before".formatted(record.from().colour()));
            return journal.ended(outcome, Optional.of(reason));
        } catch (Failure e) {
            if (e.exitCode() == ExitCode.INTERRUPTED) {
                throw e;
            }
            return journal.ended(
                    Outcome.STUCK, Optional.of("%s; and the way back failed: %s".formatted(reason, reason(e))));
        }
    }

    private ReleaseRecord fail(String reason, List<Measured> measured) {
        journal.failed(reason, measured);
        return back(Outcome.FAILED, reason);
    }

    private void take(Step step) {
        switch (step) {
            case CHECKS -> journal.passed(new Checks(world).run(), List.of());
            case IMAGE ->
                journal.passed(
                        new Preparation(world).image(journal.record().to().colour()), List.of());
            case MIGRATION -> migration();
            case DEPLOY -> deploy();
            case VERIFY -> verify();
            case SHIFT_10, SHIFT_50, SHIFT_100 -> shift(step);
            case KEEP -> keep();
        }
    }

    private void migration() {
        var preparation = new Preparation(world);
        var versions = preparation.migration();
        journal.write(record -> record.migrating(versions));
        var findings = new ArrayList<>(Preparation.of(versions));
        if (versions.schemaAfter() > versions.schemaBefore()) {
            findings.add(world.schema().rehearsal().play(world.stack().standing(), versions));
        }
        journal.passed(findings, List.of());
    }

    private void deploy() {
        var to = journal.record().to().colour();
        if (world.stack().standing().weight(to) > 0) {
            throw new StepFailed("%s is not idle".formatted(to));
        }
        world.stack().update(Requests.deploy(to));
        var image = world.stack().standing().image(to);
        journal.write(record -> record.bringing(image));
        journal.passed(List.of("%s runs %s".formatted(to, image)), List.of());
    }

    private void verify() {
        var to = journal.record().to().colour();
        var from = journal.record().from().colour();
        var health = new Health(world, terms.patience());
        var smoke = new Smoke(world.route());
        var findings = new ArrayList<String>();
        findings.add(health.await(to));
        starts.requireNoneAgain(to);
        findings.addAll(smoke.serves(to));
        // The live version runs on the migrated schema by now: this proves that it can.
        findings.add(health.await(from));
        findings.addAll(smoke.serves(from));
        findings.addAll(smoke.keepsContract(to, from));
        var measured = new Trial(world, new Gates(terms.limits())).of(to);
        starts.requireNoneAgain(to);
        journal.passed(findings, measured);
    }

    private void shift(Step step) {
        var to = journal.record().to().colour();
        world.stack().update(Requests.share(to, step.weight()));
        journal.passed(List.of(), new Bake(world, terms, journal, starts).watch(to, step.weight()));
    }

    private void keep() {
        var from = journal.record().from().colour();
        starts.requireNoneAgain(journal.record().to().colour());
        Health.requireNoneLost(
                journal.record().to().colour(),
                world.targets().of(journal.record().to().colour()));
        journal.passed(List.of("%s stays as it was: plinth release rollback".formatted(from)), List.of());
    }

    private static String reason(Failure e) {
        var message = String.valueOf(e.getMessage());
        var all = new ArrayList<String>(List.of(message.isEmpty() ? "the engine's update failed, see above" : message));
        all.addAll(e.details());
        return String.join("\n", all);
    }
}
