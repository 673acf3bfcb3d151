package dev.plinth.app.transfer;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.util.UUID;

/** Takes in a file and passes it on to the store in pieces, of which it never holds more than one. */
public final class Reception extends OutputStream {
    private static final int PIECE_BYTES = 256 * 1024;

    private final ImportStore store;
    private final UUID uid;
    private final ByteArrayOutputStream piece = new ByteArrayOutputStream(PIECE_BYTES);
    private int pieces;
    private long bytes;

    Reception(ImportStore store, UUID uid) {
        this.store = store;
        this.uid = uid;
    }

    @Override
    public void write(int one) {
        write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] source, int offset, int length) {
        int done = 0;
        while (done < length) {
            int count = Math.min(length - done, PIECE_BYTES - piece.size());
            piece.write(source, offset + done, count);
            done += count;
            if (piece.size() == PIECE_BYTES) {
                flush();
            }
        }
        bytes += length;
    }

    @Override
    public void flush() {
        if (piece.size() > 0) {
            store.append(uid, pieces, piece.toByteArray());
            pieces++;
            piece.reset();
        }
    }

    /** The file is whole: its import may begin. */
    public Import end() {
        flush();
        return store.arrived(uid, bytes);
    }

    /** The file did not come, or not whole: there is nothing to import. */
    public void abandon() {
        store.delete(uid);
    }
}
