package dev.plinth.app.postgres.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class PieceStreamTest {
    private static final List<byte[]> PIECES = List.of(new byte[] {1, 2, 3}, new byte[] {}, new byte[] {-1});

    @Test
    void piecesTogetherAreTheFile() throws IOException {
        try (var stream = open()) {
            assertThat(stream.readAllBytes()).containsExactly(1, 2, 3, -1);
            assertThat(stream.read()).isEqualTo(-1);
        }
    }

    @Test
    void singleBytesAreNotNegative() throws IOException {
        try (var stream = open()) {
            assertThat(stream.skip(3)).isEqualTo(3);
            assertThat(stream.read()).isEqualTo(255);
            assertThat(stream.read(new byte[1], 0, 0)).isZero();
        }
    }

    private static PieceStream open() {
        return new PieceStream(
                position -> position < PIECES.size() ? Optional.of(PIECES.get(position)) : Optional.empty());
    }
}
