package dev.plinth.app.support;

import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/** A span as it was sent; the numbers are those of opentelemetry/proto/trace/v1/trace.proto. */
public record SentSpan(
        String traceId, String spanId, String parentId, String name, int kind, Map<String, String> attributes) {
    public static final int SERVER = 2;
    public static final int CLIENT = 3;

    /** Those of one ExportTraceServiceRequest. */
    static List<SentSpan> of(byte[] request) {
        return ProtobufMessage.of(request).messages(1).stream()
                .flatMap(resource -> resource.messages(2).stream())
                .flatMap(scope -> scope.messages(2).stream())
                .map(SentSpan::read)
                .toList();
    }

    private static SentSpan read(ProtobufMessage span) {
        Map<String, String> attributes = new HashMap<>();
        for (ProtobufMessage attribute : span.messages(9)) {
            ProtobufMessage value = attribute.messages(2).getFirst();
            String text = value.text(1);
            attributes.put(attribute.text(1), text.isEmpty() ? Long.toString(value.number(3)) : text);
        }
        HexFormat hex = HexFormat.of();
        return new SentSpan(
                hex.formatHex(span.bytes(1)),
                hex.formatHex(span.bytes(2)),
                hex.formatHex(span.bytes(4)),
                span.text(5),
                (int) span.number(6),
                attributes);
    }
}
