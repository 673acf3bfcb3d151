package dev.plinth.ops.rotation;

import dev.plinth.ops.Failure;
import dev.plinth.ops.rotation.Standing.Reached;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Gives a secret a new value in steps, each of which can be the last one that this program lives to see: the next run
 * finds where that was and goes on from there.
 */
final class Rotation {
    private final KeptSecret secret;
    private final Server server;
    private final Holders holders;
    private final Supplier<String> passwords;
    private final Map<Step, Duration> times = new EnumMap<>(Step.class);
    private Optional<Step> current = Optional.empty();

    /** What is done, in this order, with what is so while it is being done. */
    enum Step {
        KEEP("keep the next value", "nothing has changed for anybody"),
        LEARN(
                "change it in the server",
                "the server may take the next value already, the secret says the old one: who starts may be refused"),
        PROMOTE(
                "change it in the secret",
                "the server takes the next value, the secret still says the old one: who starts may be refused"),
        RESTART(
                "restart pods",
                "server and secret have the new value; pods that hold the old one keep their connections"),
        FORGET("end the old value", "server, secret and pods have the new value; the old one may still be good"),
        PROVE("prove it", "server, secret and pods have the new value; it is not proven");

        private final String words;
        private final String meanwhile;

        Step(String words, String meanwhile) {
            this.words = words;
            this.meanwhile = meanwhile;
        }

        String words() {
            return words;
        }

        String meanwhile() {
            return meanwhile;
        }
    }

    /** How the server answers to both values in the end. */
    record Proof(Answer ofNew, Answer ofOld) {
        boolean holds() {
            return ofNew == Answer.LET_IN && ofOld == Answer.REFUSED;
        }
    }

    Rotation(KeptSecret secret, Server server, Holders holders, Supplier<String> passwords) {
        this.secret = secret;
        this.server = server;
        this.holders = holders;
        this.passwords = passwords;
    }

    /** Where it is now; fails when the server cannot be asked, or is at odds with the secret. */
    Standing standing() {
        var standing = secret.standing(server);
        if (standing.has(Reached.LEARNT)) {
            return standing;
        }
        switch (server.signIn(standing.old())) {
            case LET_IN -> {}
            case REFUSED ->
                throw Failure.failed(
                        "%s refuses the password of its own secret; nothing was changed".formatted(server),
                        "the secret: " + secret,
                        "put a password there that the server takes, or give the server the secret's");
            case SILENT ->
                throw Failure.failed(
                        "%s cannot be reached from here, so nothing could be proven; nothing was changed"
                                .formatted(server),
                        "a real one has no address in the internet: run this inside of its network");
        }
        return standing;
    }

    /** Does what is left of it, tells each step when it begins, and proves the end. */
    Proof carryOut(Standing from, Consumer<Step> teller) {
        var next = from.next().orElseGet(passwords);
        if (!from.has(Reached.KEPT)) {
            step(Step.KEEP, teller, () -> secret.keep(next));
        }
        if (!from.has(Reached.LEARNT)) {
            step(Step.LEARN, teller, () -> server.learn(from.old(), next));
        }
        if (!from.has(Reached.CURRENT)) {
            step(Step.PROMOTE, teller, secret::promote);
        }
        if (!holders.equals(Holders.NOBODY)) {
            step(Step.RESTART, teller, holders::restart);
        }
        if (server.takesTwo()) {
            step(Step.FORGET, teller, () -> server.forget(from.old(), next));
        }
        var proof = new Proof[1];
        step(Step.PROVE, teller, () -> {
            proof[0] = new Proof(server.signIn(next), server.signIn(from.old()));
            if (proof[0].holds()) {
                secret.finish();
            }
        });
        return proof[0];
    }

    /** The step that is under way, or was when this failed. */
    Optional<Step> current() {
        return current;
    }

    /** How long each step took. */
    Map<Step, Duration> times() {
        return Map.copyOf(times);
    }

    private void step(Step step, Consumer<Step> teller, Runnable work) {
        current = Optional.of(step);
        teller.accept(step);
        var begun = System.nanoTime();
        work.run();
        times.put(step, Duration.ofNanos(System.nanoTime() - begun));
    }
}
