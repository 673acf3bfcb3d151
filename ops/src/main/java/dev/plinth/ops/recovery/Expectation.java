package dev.plinth.ops.recovery;

import dev.plinth.ops.recovery.Reading.Rows;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Optional;

/** What an answer of the copy has to be. */
sealed interface Expectation {
    /** Judges an answer; the source's is there only when it was asked around the same moment. */
    Judgement judge(Rows restored, Optional<Around> source, Instant asked);

    /** This value. */
    record Equals(String value) implements Expectation {
        @Override
        public Judgement judge(Rows restored, Optional<Around> source, Instant asked) {
            return restored.equals(Rows.single(value))
                    ? Judgement.passed(value)
                    : Judgement.failed("expected %s, found %s".formatted(value, restored));
        }
    }

    /** A number that is no smaller. */
    record AtLeast(BigDecimal least) implements Expectation {
        @Override
        public Judgement judge(Rows restored, Optional<Around> source, Instant asked) {
            var found = restored.toString();
            try {
                return new BigDecimal(found).compareTo(least) >= 0
                        ? Judgement.passed(found)
                        : Judgement.failed("expected at least %s, found %s".formatted(least, found));
            } catch (NumberFormatException e) {
                return Judgement.failed("expected a number, found " + found);
            }
        }
    }

    /** What the source had at the moment, value by value. */
    record AsSource() implements Expectation {
        @Override
        public Judgement judge(Rows restored, Optional<Around> source, Instant asked) {
            return source.map(around -> around.judge(restored))
                    .orElseGet(() -> Judgement.skipped("nobody asked the source at that moment"));
        }
    }

    /** A time that is no further before the moment. */
    record Within(Duration age) implements Expectation {
        @Override
        public Judgement judge(Rows restored, Optional<Around> source, Instant asked) {
            var time = time(restored);
            if (time.isEmpty()) {
                return Judgement.failed("expected a time, found " + restored);
            }
            var found = Duration.between(time.get(), asked);
            return found.compareTo(age) <= 0
                    ? Judgement.passed("%s, %s before the moment".formatted(time.get(), found))
                    : Judgement.failed(
                            "%s is %s before the moment, expected at most %s".formatted(time.get(), found, age));
        }
    }

    /** How PostgreSQL writes a time with its zone. */
    DateTimeFormatter POSTGRES = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE)
            .appendLiteral(' ')
            .append(DateTimeFormatter.ISO_LOCAL_TIME)
            .appendOffset("+HH:mm", "+00")
            .toFormatter();

    /** An answer as a time, if it is one. */
    static Optional<Instant> time(Reading answer) {
        try {
            return answer instanceof Rows rows
                    ? Optional.of(
                            OffsetDateTime.parse(rows.toString(), POSTGRES).toInstant())
                    : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
