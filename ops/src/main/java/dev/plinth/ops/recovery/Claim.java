package dev.plinth.ops.recovery;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;

/** Who answers for a copy, and the last day on which anybody needs it. */
record Claim(String owner, LocalDate expires) {
    /** Of whoever runs this. */
    static Claim from(Instant now, Period life) {
        return new Claim(
                System.getProperty("user.name"),
                LocalDate.ofInstant(now, ZoneOffset.UTC).plus(life));
    }
}
