package dev.plinth.app.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.app.support.Eventually;
import dev.plinth.app.telemetry.JobRuns;
import dev.plinth.app.telemetry.Service;
import dev.plinth.app.telemetry.Telemetry;
import dev.plinth.app.telemetry.TraceSettings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class JobsTest {
    private static final Duration TIME = Duration.ofSeconds(10);
    private static final Duration WHILE = Duration.ofMillis(300);
    private static final Duration LONG = Duration.ofHours(1);

    private final Telemetry telemetry = new Telemetry(TraceSettings.OFF, new Service("1", "build", "blue"));
    private final List<Jobs> started = new ArrayList<>();

    @AfterEach
    void stop() {
        started.forEach(Jobs::close);
        telemetry.close();
    }

    @Test
    void aJobIsDoneAtOnceAndThenAfterItsPause() throws Exception {
        start(new Job("pausing", LONG, () -> {}), job("busy", () -> {}));

        Eventually.becomes(true, TIME, () -> runs("busy").runs() >= 3);
        Eventually.becomes(1L, TIME, () -> runs("pausing").runs());
    }

    @Test
    void aJobThatFailsIsTriedAgain() throws Exception {
        var times = new AtomicInteger();

        start(job("failing", () -> {
            if (times.incrementAndGet() == 1) {
                throw new IllegalStateException("The store is out");
            }
        }));

        Eventually.becomes(true, TIME, () -> runs("failing").runs() >= 2);
        assertThat(runs("failing").failures()).isEqualTo(1);
        assertThat(runs("failing").lastSuccess()).isPresent();
    }

    @Test
    void aJobThatFailsHoldsUpNoOther() throws Exception {
        var failing = new Job("failing", LONG, () -> {
            throw new IllegalStateException("The store is out");
        });

        start(failing, job("sound", () -> {}));

        Eventually.becomes(1L, TIME, () -> runs("failing").failures());
        Eventually.becomes(true, TIME, () -> runs("sound").runs() >= 2);
        assertThat(runs("sound").failures()).isZero();
    }

    @Test
    void aJobIsKnownBeforeItHasEverEnded() {
        start(job("slow", () -> await(new CountDownLatch(1))));

        assertThat(runs("slow").runs()).isZero();
    }

    @Test
    void waitingForSomethingToDoIsNoPartOfTheWork() throws Exception {
        var bell = new Bell();
        start(new Job("called", Duration.ZERO, () -> bell.await(LONG), () -> {}));

        Thread.sleep(WHILE);
        assertThat(runs("called").runs()).isZero();
        bell.ring();

        Eventually.becomes(1L, TIME, () -> runs("called").runs());
        assertThat(runs("called").lastDuration()).isLessThan(WHILE);
    }

    @Test
    void theCloseInterruptsWorkAndWaitsForItsEnd() throws Exception {
        var begun = new CountDownLatch(1);
        var ended = new AtomicBoolean();
        Jobs jobs = start(job("slow", () -> {
            begun.countDown();
            await(new CountDownLatch(1));
            ended.set(true);
        }));
        begun.await();

        jobs.close();

        assertThat(ended).isTrue();
        assertThat(runs("slow").runs()).isEqualTo(1);
    }

    @Test
    void whoIsInAHurryDoesNotWaitForTheEnd() throws Exception {
        var begun = new CountDownLatch(1);
        var end = new CountDownLatch(1);
        Jobs jobs = start(job("deaf", () -> {
            begun.countDown();
            uninterruptibly(end);
        }));
        begun.await();

        Thread.currentThread().interrupt();
        jobs.close();

        assertThat(Thread.interrupted()).isTrue();
        assertThat(runs("deaf").runs()).isZero();
        end.countDown();
    }

    private Jobs start(Job... jobs) {
        var running = new Jobs(List.of(jobs), telemetry);
        started.add(running);
        return running;
    }

    private JobRuns runs(String job) {
        return telemetry.jobs().runs().stream()
                .filter(runs -> runs.job().equals(job))
                .findFirst()
                .orElseThrow();
    }

    private static Job job(String name, Runnable work) {
        return new Job(name, Duration.ZERO, work);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static void uninterruptibly(CountDownLatch latch) {
        boolean interrupted = false;
        while (latch.getCount() > 0) {
            try {
                latch.await();
            } catch (InterruptedException ignored) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
