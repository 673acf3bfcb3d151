package dev.plinth.app.postgres.transfer;

import java.io.InputStream;
import java.util.Optional;
import java.util.function.IntFunction;

/** A file in pieces, of which one is held at a time. */
final class PieceStream extends InputStream {
    private final IntFunction<Optional<byte[]>> pieces;
    private byte[] piece = {};
    private int next;
    private int offset;
    private boolean ended;

    /** {@code pieces} gives the piece of a number, from 0; empty after the last. */
    PieceStream(IntFunction<Optional<byte[]>> pieces) {
        this.pieces = pieces;
    }

    @Override
    public int read() {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] target, int start, int length) {
        if (length == 0) {
            return 0;
        }
        while (offset == piece.length && !ended) {
            Optional<byte[]> following = pieces.apply(next);
            ended = following.isEmpty();
            piece = following.orElse(new byte[0]);
            offset = 0;
            next++;
        }
        if (ended) {
            return -1;
        }
        int count = Math.min(length, piece.length - offset);
        System.arraycopy(piece, offset, target, start, count);
        offset += count;
        return count;
    }
}
