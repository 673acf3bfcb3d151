package dev.plinth.app.support;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A message of Protocol Buffers, read without its description: fields by their numbers. */
final class ProtobufMessage {
    private final List<Field> fields = new ArrayList<>();

    /** A field with either a number or bytes. */
    @SuppressWarnings("ArrayRecordComponent") // Read once, never compared.
    private record Field(int number, long value, byte[] bytes) {}

    static ProtobufMessage of(byte[] encoded) {
        var message = new ProtobufMessage();
        ByteBuffer left = ByteBuffer.wrap(encoded).order(ByteOrder.LITTLE_ENDIAN);
        while (left.hasRemaining()) {
            message.fields.add(field(left));
        }
        return message;
    }

    private static Field field(ByteBuffer left) {
        long tag = varint(left);
        int number = (int) (tag >>> 3);
        return switch ((int) (tag & 7)) {
            case 0 -> new Field(number, varint(left), new byte[0]);
            case 1 -> new Field(number, left.getLong(), new byte[0]);
            case 2 -> {
                byte[] bytes = new byte[(int) varint(left)];
                left.get(bytes);
                yield new Field(number, 0, bytes);
            }
            case 5 -> new Field(number, left.getInt(), new byte[0]);
            default -> throw new IllegalArgumentException("no such wire type in tag " + tag);
        };
    }

    private static long varint(ByteBuffer left) {
        long value = 0;
        for (int shift = 0; ; shift += 7) {
            byte next = left.get();
            value |= (long) (next & 0x7f) << shift;
            if (next >= 0) {
                return value;
            }
        }
    }

    List<ProtobufMessage> messages(int number) {
        return fields.stream()
                .filter(field -> field.number() == number)
                .map(field -> of(field.bytes()))
                .toList();
    }

    byte[] bytes(int number) {
        return fields.stream()
                .filter(field -> field.number() == number)
                .map(Field::bytes)
                .findFirst()
                .orElse(new byte[0]);
    }

    String text(int number) {
        return new String(bytes(number), StandardCharsets.UTF_8);
    }

    long number(int number) {
        return fields.stream()
                .filter(field -> field.number() == number)
                .mapToLong(Field::value)
                .findFirst()
                .orElse(0);
    }
}
