package dev.plinth.ops.progress;

import dev.plinth.ops.console.Screen;
import dev.plinth.ops.engine.EngineEvent;
import dev.plinth.ops.engine.Resource;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/** Shows a run while it lasts: a line for each resource that is done and, on a terminal, one below that is kept up to date. */
public final class Progress implements Consumer<EngineEvent>, AutoCloseable {
    private static final long TICK_MILLIS = 200;
    private static final String CLEAR_LINE = "\r\u001b[K";

    private final Screen screen;
    private final InstantSource clock;
    private final Lines lines;
    private final Instant start;
    private final Map<Resource, Instant> running = new HashMap<>();
    private final Thread ticker = Thread.ofPlatform().daemon().name("progress").unstarted(this::tick);
    private int done;
    private boolean over;

    private Progress(Screen screen, InstantSource clock) {
        this.screen = screen;
        this.clock = clock;
        this.lines = new Lines(screen);
        this.start = clock.instant();
    }

    /** Starts to show a run. */
    public static Progress on(Screen screen, InstantSource clock) {
        var progress = new Progress(screen, clock);
        if (screen.live()) {
            progress.ticker.start();
        }
        return progress;
    }

    @Override
    public synchronized void accept(EngineEvent event) {
        switch (event) {
            case EngineEvent.Started step -> started(step);
            case EngineEvent.Done step -> done(step);
            case EngineEvent.Failed step -> {
                running.remove(step.resource());
                print(lines.failed(step));
            }
            case EngineEvent.Diagnostic said -> {}
            case EngineEvent.Policy policy -> {}
            case EngineEvent.Summary summary -> {}
        }
    }

    /** How long the run has lasted. */
    public Duration elapsed() {
        return Duration.between(start, clock.instant());
    }

    @Override
    public synchronized void close() {
        over = true;
        ticker.interrupt();
        clear();
    }

    private void started(EngineEvent.Started step) {
        if (step.resource().isStack() || !step.operation().isStep()) {
            return;
        }
        if (step.planning()) {
            print(lines.planned(step));
        } else {
            running.put(step.resource(), clock.instant());
        }
    }

    private void done(EngineEvent.Done step) {
        if (step.resource().isStack() || step.planning()) {
            return;
        }
        done++;
        var since = running.remove(step.resource());
        if (step.operation().isStep()) {
            print(lines.done(step, since == null ? Duration.ZERO : Duration.between(since, clock.instant())));
        }
    }

    private void print(String line) {
        clear();
        screen.line(line);
    }

    private void clear() {
        if (screen.live()) {
            screen.writer().print(CLEAR_LINE);
            screen.writer().flush();
        }
    }

    private void tick() {
        try {
            while (refresh()) {
                Thread.sleep(TICK_MILLIS);
            }
        } catch (InterruptedException e) {
            // The run is over.
            Thread.currentThread().interrupt();
        }
    }

    private synchronized boolean refresh() {
        if (over) {
            return false;
        }
        var now = clock.instant();
        Map<Resource, Duration> ages = new HashMap<>();
        running.forEach((resource, since) -> ages.put(resource, Duration.between(since, now)));
        screen.writer().print(CLEAR_LINE + lines.atWork(ages, done, elapsed()));
        screen.writer().flush();
        return true;
    }
}
