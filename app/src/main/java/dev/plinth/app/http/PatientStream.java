package dev.plinth.app.http;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Gives the client time for each piece that is written, and for all of them no more than its pace allows. Time in which
 * nothing is written is nobody's fault here.
 */
final class PatientStream extends OutputStream {
    private final OutputStream target;
    private final Patience patience;
    private final LongSupplier nanos;
    private long waitedNanos;
    private long bytes;

    PatientStream(OutputStream target, Patience patience) {
        this(target, patience, System::nanoTime);
    }

    /** With another clock than the machine's. */
    PatientStream(OutputStream target, Patience patience, LongSupplier nanos) {
        this.target = target;
        this.patience = patience;
        this.nanos = nanos;
    }

    private interface Piece {
        void write() throws IOException;
    }

    @Override
    public void write(int piece) throws IOException {
        pass(1, () -> target.write(piece));
    }

    @Override
    public void write(byte[] piece, int offset, int length) throws IOException {
        pass(length, () -> target.write(piece, offset, length));
    }

    @Override
    public void flush() throws IOException {
        pass(0, target::flush);
    }

    private void pass(int length, Piece piece) throws IOException {
        if (Duration.ofNanos(waitedNanos).compareTo(Pace.allowed(bytes)) > 0) {
            throw new InterruptedIOException("The client takes the answer too slowly");
        }
        long begin = nanos.getAsLong();
        patience.begin(Patience.PIECE);
        piece.write();
        waitedNanos += nanos.getAsLong() - begin;
        bytes += length;
    }

    @Override
    public void close() throws IOException {
        target.close();
    }
}
