package dev.plinth.ops.recovery;

import dev.plinth.ops.console.Console;
import dev.plinth.ops.console.Json;
import dev.plinth.ops.console.Table;
import dev.plinth.ops.environment.Confirmation;
import dev.plinth.ops.environment.Consent;
import dev.plinth.ops.environment.CopyStacks;
import dev.plinth.ops.environment.CopyStacks.Copy;
import dev.plinth.ops.environment.Selection;
import dev.plinth.ops.recovery.Restores.Restored;
import java.time.InstantSource;
import java.time.Period;

/** Gives people a copy of an environment's database as it was, beside the environment, which is left as it is. */
public final class Restore {
    /** How long somebody may look at a copy before its tag calls it forgotten. */
    private static final Period LIFE = Period.ofDays(7);

    private final Restores restores;
    private final CopyStacks copies;
    private final Console console;
    private final InstantSource clock;

    public Restore(Restores restores, CopyStacks copies, Console console, InstantSource clock) {
        this.restores = restores;
        this.copies = copies;
        this.console = console;
        this.clock = clock;
    }

    /** Makes a copy as of a time, and tells how to enter it and how to take it away. */
    public void run(Selection selection, String to, Consent consent, boolean json) {
        var now = clock.instant();
        var time = RestoreTime.parse(to, now);
        var copy = new Copy(selection, CopyName.of(selection.stack(), now));
        try (var cloud = restores.open(selection)) {
            var source = restores.source(selection, cloud);
            plan(source, time, copy);
            if (consent.dryRun()) {
                return;
            }
            Confirmation.obtain(console, selection, consent, "Make this copy?");
            tell(make(copy, source, time), json);
        }
    }

    /** Takes a copy away. */
    public void remove(String name, Consent consent) {
        var copy = copies.find(name);
        console.err()
                .line("plinth: this deletes the copy %s with its data; %s stays as it is"
                        .formatted(name, copy.source().stack()));
        if (consent.dryRun()) {
            return;
        }
        Confirmation.obtain(console, copy.source(), consent, "Take it away?");
        copies.destroy(copy);
        console.out().line(name + " is gone");
    }

    /** Prints the password of a copy's owner and nothing else. */
    public void password(String name) {
        console.out().line(copies.secret(copies.find(name), "password"));
    }

    /** Nothing is left of a copy that fails. */
    private Restored make(Copy copy, Source source, RestoreTime time) {
        try {
            return restores.make(copy, source, time, Claim.from(clock.instant(), LIFE));
        } catch (RuntimeException e) {
            restores.takeAway(copy).ifPresent(console.err()::line);
            throw e;
        }
    }

    private void plan(Source source, RestoreTime time, Copy copy) {
        console.err()
                .line("plinth: this makes a private server with the data of %s as of %s, as stack %s; %s stays as it is"
                        .formatted(
                                source.identifier(),
                                time,
                                copy.name(),
                                copy.source().stack()));
    }

    private void tell(Restored restored, boolean json) {
        var login = restored.login();
        var name = restored.copy().name();
        if (json) {
            console.out()
                    .line(Json.print(Json.object()
                            .put("stack", name)
                            .put("identifier", restored.identifier())
                            .put("host", login.host())
                            .put("port", login.port())
                            .put("database", login.database())
                            .put("user", login.user())));
            return;
        }
        var table = new Table()
                .row("stack", name)
                .row("server", restored.identifier())
                .row("endpoint", "%s:%d".formatted(login.host(), login.port()))
                .row("database", login.database())
                .row("user", login.user())
                .row("password", "plinth restore --password " + name)
                .row("take it away", "plinth restore --remove " + name);
        console.out().lines(table.lines());
    }
}
