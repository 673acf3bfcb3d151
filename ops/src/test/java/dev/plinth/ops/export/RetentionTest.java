package dev.plinth.ops.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class RetentionTest {
    private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");

    @Test
    void ofTwoYearsOfDaysSevenDaysFiveWeeksAndTwelveMonthsStay() {
        var all = IntStream.range(0, 730).mapToObj(RetentionTest::daysAgo).toList();

        var surplus = Retention.surplus(all, NOW);

        var kept = all.stream().filter(export -> !surplus.contains(export)).toList();
        assertThat(kept.subList(0, 7)).isEqualTo(all.subList(0, 7));
        // Sundays of weeks, then last days of months.
        assertThat(kept.stream().skip(7).map(export -> export.taken().toString().substring(0, 10)))
                .containsExactly(
                        "2026-11-08",
                        "2026-11-01",
                        "2026-10-31",
                        "2026-10-25",
                        "2026-09-30",
                        "2026-08-31",
                        "2026-07-31",
                        "2026-06-30",
                        "2026-05-31",
                        "2026-04-30",
                        "2026-03-31",
                        "2026-02-28",
                        "2026-01-31",
                        "2025-12-31");
    }

    @Test
    void ofADayTheNewestStays() {
        var morning = good(NOW.minus(Duration.ofHours(6)));
        var noon = good(NOW);

        assertThat(Retention.surplus(List.of(morning, noon), NOW)).containsExactly(morning);
    }

    @Test
    void anOldOneStaysWhenNoneCameAfterIt() {
        assertThat(Retention.surplus(List.of(daysAgo(4000)), NOW)).isEmpty();
    }

    @Test
    void theNewestGoodOneStaysBesideNewerOnesThatDoNotRestore() {
        var good = daysAgo(3);
        var broken = new Export("b", NOW.minus(Duration.ofDays(2)), true, Optional.of(false));

        assertThat(Retention.surplus(List.of(broken, good), NOW)).containsExactly(broken);
    }

    @Test
    void withoutAGoodOneNothingGoes() {
        var broken = new Export("b", NOW.minus(Duration.ofDays(90)), true, Optional.of(false));

        assertThat(Retention.surplus(List.of(broken), NOW)).isEmpty();
    }

    @Test
    void whatMayStillBeUnderWayStays() {
        var underWay = new Export("u", NOW.minus(Duration.ofHours(23)), false, Optional.empty());
        var abandoned = new Export("a", NOW.minus(Duration.ofHours(25)), false, Optional.empty());

        assertThat(Retention.surplus(List.of(good(NOW), underWay, abandoned), NOW))
                .containsExactly(abandoned);
    }

    @Test
    void aNameTellsItsTime() {
        assertThat(Export.timeIn(Export.id(NOW, "31"))).hasValue(NOW);
        assertThat(Export.timeIn("latest")).isEmpty();
    }

    private static Export daysAgo(int days) {
        return good(NOW.minus(Duration.ofDays(days)));
    }

    private static Export good(Instant taken) {
        return new Export(Export.id(taken, "31"), taken, true, Optional.empty());
    }
}
