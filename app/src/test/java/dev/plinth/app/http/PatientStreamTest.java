package dev.plinth.app.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class PatientStreamTest {
    private static final int PIECE_BYTES = 1024;

    private final Patience patience = new Patience();
    private long now;

    @AfterEach
    void stop() {
        patience.end();
        patience.close();
    }

    @Test
    void endsForAClientThatTakesEachPieceButAllOfThemTooSlowly() {
        var stream = stream(Duration.ofSeconds(1));

        assertThatThrownBy(() -> write(stream, 60)).isInstanceOf(InterruptedIOException.class);
        assertThat(Duration.ofNanos(now)).isBetween(Duration.ofSeconds(20), Duration.ofSeconds(23));
    }

    @Test
    void goesOnForAClientAtTheLeastSpeed() throws IOException {
        write(stream(Duration.ofMillis(62)), 1_000);

        assertThat(Duration.ofNanos(now)).isGreaterThan(Duration.ofMinutes(1));
    }

    @Test
    void doesNotBlameTheClientForTheTimeBetweenTwoPieces() throws IOException {
        var stream = stream(Duration.ZERO);
        for (int piece = 0; piece < 10; piece++) {
            write(stream, 1);
            now += Duration.ofSeconds(30).toNanos();
        }

        assertThat(Duration.ofNanos(now)).isEqualTo(Duration.ofMinutes(5));
    }

    private static void write(OutputStream stream, int pieces) throws IOException {
        for (int piece = 0; piece < pieces; piece++) {
            stream.write(new byte[PIECE_BYTES]);
        }
    }

    /** To a client that takes so long for each piece. */
    private PatientStream stream(Duration time) {
        var client = new OutputStream() {
            @Override
            public void write(int piece) {
                throw new AssertionError("Nothing is written byte by byte");
            }

            @Override
            public void write(byte[] piece, int offset, int length) {
                now += time.toNanos();
            }
        };
        return new PatientStream(client, patience, () -> now);
    }
}
