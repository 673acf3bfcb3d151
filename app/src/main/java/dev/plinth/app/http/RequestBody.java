package dev.plinth.app.http;

import io.helidon.http.HeaderValues;
import io.helidon.webserver.CloseConnectionException;
import io.helidon.webserver.http.ServerRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Duration;

/** The body of one request: read once, not longer than its operation takes it, nor slower than it should come. */
final class RequestBody {
    private static final int PIECE_BYTES = 16 * 1024;

    private final Exchange exchange;
    private final ServerRequest request;
    private final Patience patience;
    private final int bytesMax;
    private byte[] bytes = {};
    private boolean read;

    RequestBody(Exchange exchange, int bytesMax) {
        this.exchange = exchange;
        this.request = exchange.request();
        this.patience = exchange.patience();
        this.bytesMax = bytesMax;
    }

    /** All of it, which must not be changed; empty when there is none. */
    byte[] bytes() {
        if (!read && request.content().hasEntity()) {
            bytes = readAll();
        }
        read = true;
        return bytes;
    }

    /** Passes all of it on as it comes, instead of keeping it. */
    void passTo(OutputStream target) {
        if (!read && request.content().hasEntity()) {
            read(target);
        }
        read = true;
    }

    private byte[] readAll() {
        long length = request.headers().contentLength().orElse(PIECE_BYTES);
        var whole = new ByteArrayOutputStream((int) Math.min(length, bytesMax));
        read(whole);
        return whole.toByteArray();
    }

    /** Refuses a body that says to be longer than this, whoever sends it. */
    static void requireLength(ServerRequest request, int bytesMax) {
        if (request.headers().contentLength().orElse(0) > bytesMax) {
            throw tooLarge(bytesMax);
        }
    }

    private void read(OutputStream target) {
        try {
            copy(request.content().inputStream(), target);
        } catch (IOException | UncheckedIOException gone) {
            // Nobody is there any more who could be answered.
            throw new CloseConnectionException("The body did not come", gone);
        } catch (IllegalArgumentException malformed) {
            // Where the next request begins is not known any more.
            exchange.response().header(HeaderValues.CONNECTION_CLOSE);
            throw new RefusedException(
                    Problem.of(ProblemType.PROTOCOL_ERROR, "The length of a piece of the body could not be read."));
        } finally {
            patience.begin(Patience.REQUEST);
        }
    }

    private void copy(InputStream content, OutputStream target) throws IOException {
        long begin = System.nanoTime();
        int length = 0;
        byte[] piece = new byte[PIECE_BYTES];
        for (int count = next(content, piece); count >= 0; count = next(content, piece)) {
            length += count;
            if (length > bytesMax) {
                throw tooLarge(bytesMax);
            }
            target.write(piece, 0, count);
            Duration allowed = Pace.allowed(length);
            if (System.nanoTime() - begin > allowed.toNanos()) {
                // Reading what is left would give as much time again.
                exchange.response().header(HeaderValues.CONNECTION_CLOSE);
                throw new RefusedException(
                        Problem.of(ProblemType.BODY_TOO_SLOW, "Send the body within %s.".formatted(seconds(allowed))));
            }
        }
    }

    private int next(InputStream content, byte[] piece) throws IOException {
        patience.begin(Patience.PIECE);
        return content.read(piece);
    }

    private static String seconds(Duration duration) {
        return duration.toSeconds() + " seconds";
    }

    private static RefusedException tooLarge(int bytesMax) {
        return new RefusedException(
                Problem.of(ProblemType.BODY_TOO_LARGE, "A body may have at most %d bytes here.".formatted(bytesMax)));
    }
}
