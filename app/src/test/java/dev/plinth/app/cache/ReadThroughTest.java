package dev.plinth.app.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plinth.app.cache.Loader.Loaded;
import dev.plinth.app.values.StoreUnavailableException;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class ReadThroughTest {
    private static final Lifetimes LIFETIMES =
            new Lifetimes(Duration.ofMinutes(5), Duration.ZERO, Duration.ofSeconds(60));
    private static final CacheKey KEY = new CacheKey("thing", "one", "things");

    private final MapMemory memory = new MapMemory();
    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-01-31T12:00:00Z"));
    private final MeterRegistry meters = new SimpleMeterRegistry();
    private final ReadThrough cache = instance();

    @Test
    void anAnswerIsMadeOnceAndThenKept() {
        assertThat(use(cache.read(KEY, loading("first")))).isEqualTo("MISS first");
        now.set(now.get().plusSeconds(7));
        Cached again = cache.read(KEY, loading("second"));

        assertThat(use(again)).isEqualTo("HIT first");
        assertThat(again.age()).isEqualTo(Duration.ofSeconds(7));
        assertThat(meters.counter("mdl.cache.requests", "cache", "thing", "result", "hit")
                        .count())
                .isEqualTo(1);
    }

    @Test
    void whatIsNotToBeKeptIsMadeAgain() {
        cache.read(KEY, () -> new Loaded(bytes("first"), false));

        assertThat(use(cache.read(KEY, loading("second")))).isEqualTo("MISS second");
    }

    @Test
    void afterARenewalNothingOlderIsGiven() {
        cache.read(KEY, loading("old"));
        assertThat(cache.renew(List.of("things"))).isTrue();

        assertThat(use(cache.read(KEY, loading("new")))).isEqualTo("MISS new");
    }

    @Test
    void aReadThatBeganBeforeARenewalDoesNotPutTheOldAnswerBack() {
        cache.read(KEY, () -> {
            // Between its look at the database and its end another one writes.
            cache.renew(List.of("things"));
            return Loaded.kept(bytes("old"));
        });

        assertThat(use(cache.read(KEY, loading("new")))).isEqualTo("MISS new");
        assertThat(use(cache.read(KEY, loading("newer")))).isEqualTo("HIT new");
    }

    @Test
    void aReadAfterARenewalDoesNotWaitForOneFromBefore() throws Exception {
        var inside = new CountDownLatch(1);
        var end = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Cached> early = threads.submit(() -> cache.read(KEY, () -> {
                inside.countDown();
                await(end);
                return Loaded.kept(bytes("old"));
            }));
            inside.await();
            cache.renew(List.of("things"));

            assertThat(use(cache.read(KEY, loading("new")))).isEqualTo("MISS new");
            end.countDown();
            assertThat(use(early.get())).isEqualTo("MISS old");
        }
        assertThat(use(cache.read(KEY, loading("newer")))).doesNotEndWith("old");
    }

    @Test
    void aStampThatTheMemoryLostOutdatesWhatWasKept() {
        cache.read(KEY, loading("old"));
        memory.lose(KEY.stampKey());

        assertThat(use(cache.read(KEY, loading("new")))).isEqualTo("MISS new");
    }

    @Test
    void manyThatWantTheSameAtOnceHaveItMadeOnce() throws Exception {
        var loads = new AtomicInteger();
        Callable<String> read = () -> use(cache.read(KEY, () -> {
            loads.incrementAndGet();
            pause();
            return Loaded.kept(bytes("made"));
        }));
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<String> answer : threads.invokeAll(Collections.nCopies(50, read))) {
                assertThat(answer.get()).endsWith(" made");
            }
        }

        assertThat(loads).hasValue(1);
    }

    @Test
    void anInstanceWaitsForWhatAnotherOneMakes() throws Exception {
        var other = instance();
        var inside = new CountDownLatch(1);
        var loads = new AtomicInteger();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Cached> first = threads.submit(() -> cache.read(KEY, () -> {
                inside.countDown();
                pause();
                return Loaded.kept(bytes("made"));
            }));
            inside.await();

            assertThat(use(other.read(KEY, () -> {
                        loads.incrementAndGet();
                        return Loaded.kept(bytes("made twice"));
                    })))
                    .isEqualTo("HIT made");
            assertThat(use(first.get())).isEqualTo("MISS made");
        }
        assertThat(loads).hasValue(0);
    }

    @Test
    void anInstanceGoesOnWhenWhatAnotherOneMadeIsNotKept() throws Exception {
        var other = instance();
        var inside = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Cached> first = threads.submit(() -> cache.read(KEY, () -> {
                inside.countDown();
                pause();
                throw new IllegalArgumentException("no such thing");
            }));
            inside.await();

            assertThat(use(other.read(KEY, loading("mine")))).isEqualTo("MISS mine");
            assertThatThrownBy(first::get).hasRootCauseMessage("no such thing");
        }
    }

    @Test
    void aFailureIsPassedOnAndNotKept() {
        assertThatThrownBy(() -> cache.read(KEY, () -> {
                    throw new IllegalArgumentException("no such thing");
                }))
                .hasMessage("no such thing");

        assertThat(use(cache.read(KEY, loading("there now")))).isEqualTo("MISS there now");
    }

    @Test
    void duringAnOutageAnAnswerIsGivenAMinuteLonger() {
        cache.read(KEY, loading("kept"));

        now.set(now.get().plus(LIFETIMES.good()));
        Cached stale = cache.read(KEY, ReadThroughTest::unavailable);
        assertThat(use(stale)).isEqualTo("STALE kept");

        now.set(now.get().plusSeconds(60));
        assertThatThrownBy(() -> cache.read(KEY, ReadThroughTest::unavailable))
                .isInstanceOf(StoreUnavailableException.class);
    }

    @Test
    void duringAnOutageNothingIsGivenThatIsKnownToBeOutdated() {
        cache.read(KEY, loading("kept"));
        cache.renew(List.of("things"));

        assertThatThrownBy(() -> cache.read(KEY, ReadThroughTest::unavailable))
                .isInstanceOf(StoreUnavailableException.class);
    }

    @Test
    void whenItIsTooOldAnAnswerIsMadeAnew() {
        cache.read(KEY, loading("old"));
        now.set(now.get().plus(Duration.ofHours(1)));

        assertThat(use(cache.read(KEY, loading("new")))).isEqualTo("MISS new");
    }

    @Test
    void withoutTheMemoryAnswersAreMade() {
        memory.set(false);

        assertThat(use(cache.read(KEY, loading("first")))).isEqualTo("BYPASS first");
        assertThat(use(cache.read(KEY, loading("second")))).isEqualTo("BYPASS second");
        assertThat(cache.isUp()).isFalse();
    }

    @Test
    void aRenewalThatFailedIsMadeUpForBeforeAnythingIsGivenAgain() {
        cache.read(KEY, loading("old"));
        memory.set(false);
        assertThat(cache.renew(List.of("things", "others"))).isFalse();
        memory.set(true);

        assertThat(use(cache.read(KEY, loading("new")))).isEqualTo("MISS new");
    }

    @Test
    void whoWantsToGetsANewAnswerAndTheKeptOneStays() {
        cache.read(KEY, loading("kept"));

        assertThat(use(cache.bypass(KEY, loading("new")))).isEqualTo("BYPASS new");
        assertThat(use(cache.read(KEY, loading("newer")))).isEqualTo("HIT kept");
    }

    @Test
    void knowsWhetherAStampWasRenewedSince() {
        Instant before = now.get();
        cache.renew(List.of("things"));

        assertThat(cache.isRenewedSince("things", before)).isTrue();
        assertThat(cache.isRenewedSince("things", before.plusMillis(1))).isFalse();
        assertThat(cache.isRenewedSince("others", before)).isFalse();
        memory.set(false);
        assertThat(cache.isRenewedSince("things", before)).isFalse();
    }

    @Test
    void answersThatAreMadeTogetherDoNotEndTogether() {
        var random = RandomGenerator.of("L64X128MixRandom");

        assertThat(Stream.generate(() -> Lifetimes.USUAL.drawn(random))
                        .limit(100)
                        .distinct())
                .hasSizeGreaterThan(90)
                .allSatisfy(time -> assertThat(time)
                        .isBetween(
                                Lifetimes.USUAL.good(), Lifetimes.USUAL.good().plus(Lifetimes.USUAL.jitter())));
    }

    @Test
    void longNamesAreKeptAsDigests() {
        String one = CacheKey.digested("thing", "a".repeat(10_000), "things").name();

        assertThat(one)
                .hasSize(64)
                .isEqualTo(
                        CacheKey.digested("thing", "a".repeat(10_000), "things").name());
        assertThat(CacheKey.digested("thing", "b", "things").name()).isNotEqualTo(one);
    }

    private ReadThrough instance() {
        return new ReadThrough(
                memory,
                meters,
                new Clock() {
                    @Override
                    public ZoneId getZone() {
                        return ZoneOffset.UTC;
                    }

                    @Override
                    public Clock withZone(ZoneId zone) {
                        return this;
                    }

                    @Override
                    public Instant instant() {
                        return now.get();
                    }
                },
                LIFETIMES);
    }

    private static Loader loading(String body) {
        return () -> Loaded.kept(bytes(body));
    }

    private static Loaded unavailable() {
        throw new StoreUnavailableException(new IllegalStateException("down"), false);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String use(Cached answer) {
        return answer.use() + " " + new String(answer.bytes(), StandardCharsets.UTF_8);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(100);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
