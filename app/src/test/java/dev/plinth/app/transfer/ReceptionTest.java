package dev.plinth.app.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.app.access.Actor;
import dev.plinth.app.formats.RecordFormat;
import java.io.IOException;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

final class ReceptionTest {
    private static final int PIECE = 256 * 1024;

    private final MemoryImports store = new MemoryImports();
    private final UUID uid = store.begin(new ImportOrder(Actor.APP, RecordFormat.CSV, ImportMode.CREATE, false));
    private final Reception reception = new Reception(store, uid);

    @Test
    void aFileIsKeptInPieces() throws IOException {
        byte[] file = new byte[2 * PIECE + 3];
        new Random(7).nextBytes(file);

        reception.write(file, 0, 5);
        reception.write(file, 5, file.length - 5);
        Import arrived = reception.end();

        assertThat(store.pieces(uid)).containsExactly(PIECE, PIECE, 3);
        assertThat(store.file(uid)).hasBinaryContent(file);
        assertThat(arrived.details().bytes()).isEqualTo(file.length);
        assertThat(arrived.state()).isEqualTo(ImportState.WAITING);
    }

    @Test
    void aFileMayComeByteByByte() {
        reception.write('a');
        reception.write('b');

        assertThat(reception.end().details().bytes()).isEqualTo(2);
        assertThat(store.file(uid)).hasContent("ab");
    }

    @Test
    void anEmptyFileHasNoPiece() {
        assertThat(reception.end().details().bytes()).isZero();
        assertThat(store.pieces(uid)).isEmpty();
    }

    @Test
    void whatDidNotComeWholeIsNotImported() {
        reception.write('a');

        reception.abandon();

        assertThat(store.find(uid)).isEmpty();
    }
}
