package dev.plinth.sandbox.api;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/**
 * A body in the chunks of aws-chunked: "Signature calculations, transferring payload in multiple chunks" of the S3 API
 * reference. Signatures and what follows the last chunk are read over.
 */
final class ChunkedBody extends FilterInputStream {
    private static final int LINE_BYTES_MAX = 4096;
    private static final int HEXADECIMAL = 16;
    private long left;
    private boolean first = true;
    private boolean ended;

    ChunkedBody(InputStream body) {
        super(body);
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (left == 0 && !ended) {
            nextChunk();
        }
        if (ended) {
            return -1;
        }
        int count = in.read(target, offset, (int) Math.min(length, left));
        if (count < 0) {
            throw new EOFException("a chunk broke off");
        }
        left -= count;
        return count;
    }

    private void nextChunk() throws IOException {
        if (!first && !line().isEmpty()) {
            throw new IOException("a chunk is longer than it says");
        }
        first = false;
        var head = line();
        try {
            left = Long.parseLong(head.split(";", 2)[0].strip(), HEXADECIMAL);
        } catch (NumberFormatException e) {
            throw new IOException("expected the length of a chunk, found '%s'".formatted(head), e);
        }
        if (left == 0) {
            ended = true;
            in.transferTo(OutputStream.nullOutputStream());
        }
    }

    private String line() throws IOException {
        var line = new StringBuilder();
        while (line.length() < LINE_BYTES_MAX) {
            int next = in.read();
            if (next < 0) {
                throw new EOFException("the chunks broke off");
            }
            if (next == '\n') {
                return line.toString().strip();
            }
            line.append((char) next);
        }
        throw new IOException("a line between chunks does not end");
    }
}
