package dev.plinth.app.http;

import java.io.IOException;
import java.io.OutputStream;

/** Gives the client time for each piece that is written. */
final class PatientStream extends OutputStream {
    private final OutputStream target;
    private final Patience patience;

    PatientStream(OutputStream target, Patience patience) {
        this.target = target;
        this.patience = patience;
    }

    @Override
    public void write(int piece) throws IOException {
        patience.begin(Patience.PIECE);
        target.write(piece);
    }

    @Override
    public void write(byte[] piece, int offset, int length) throws IOException {
        patience.begin(Patience.PIECE);
        target.write(piece, offset, length);
    }

    @Override
    public void flush() throws IOException {
        patience.begin(Patience.PIECE);
        target.flush();
    }

    @Override
    public void close() throws IOException {
        target.close();
    }
}
