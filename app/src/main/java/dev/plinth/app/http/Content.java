package dev.plinth.app.http;

import java.io.IOException;
import java.io.OutputStream;

/** The body of an answer. */
@SuppressWarnings("ArrayRecordComponent") // Written once and sent, never compared.
public sealed interface Content {
    record None() implements Content {}

    record Bytes(String mediaType, byte[] bytes) implements Content {}

    record Stream(String mediaType, Writer writer) implements Content {}

    /** Writes a body; what it needs must be read while it writes, since the transaction of the call is over by then. */
    interface Writer {
        void writeTo(OutputStream target) throws IOException;
    }
}
