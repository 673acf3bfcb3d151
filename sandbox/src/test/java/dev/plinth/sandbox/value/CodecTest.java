package dev.plinth.sandbox.value;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.protobuf.Struct;
import dev.plinth.sandbox.value.Value.Fields;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class CodecTest {
    private static final int SAMPLES = 500;
    private static final String SIGNATURE = "4dabf18193072939515e22adb298388d";

    @Test
    void everyValueSurvivesTheProtocol() {
        var samples = new Samples(1);
        for (int count = 0; count < SAMPLES; count++) {
            var fields = samples.fields(4);

            assertThat(StructCodec.fields(StructCodec.struct(fields))).isEqualTo(fields);
        }
    }

    @Test
    void everyValueSurvivesTheDisk() throws JsonProcessingException {
        var samples = new Samples(2);
        var json = new ObjectMapper();
        for (int count = 0; count < SAMPLES; count++) {
            var fields = samples.fields(4);

            assertThat(JsonCodec.fields(json.readTree(JsonCodec.object(fields).toString())))
                    .isEqualTo(fields);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "04da6b54-80e4-46f7-96ec-b56ff0331ba9",
                "1c4a061d-8072-4f0a-a4cb-0ff528b18fe7",
                "3eeb2bf0-c639-47a8-9e75-3b44932eb421",
                "6a19a0b0-7e62-4c92-b797-7f8e31da9cc2",
                "dd056dcd-154b-4c76-9bd3-c8f88648b5ff"
            })
    void sentinelsAreUnknownValuesAndKeepTheirType(String sentinel) {
        var decoded = StructCodec.fields(struct("property", sentinel));

        assertThat(decoded.find("property")).contains(new Value.Unknown(sentinel));
        assertThat(decoded.known()).isFalse();
        assertThat(StructCodec.struct(decoded)).isEqualTo(struct("property", sentinel));
    }

    @Test
    void aMapWithAnotherSignatureStaysAMap() {
        var fields = new Fields(Map.of(SIGNATURE, Value.text("of something new"), "value", Value.number(1)));

        assertThat(StructCodec.decode(StructCodec.encode(fields))).isEqualTo(fields);
    }

    @Test
    void aSecretIsReadableBareAndNeverPrinted() {
        var secret = new Fields(Map.of("password", new Value.Secret(Value.text("hunter2"))));

        assertThat(new Properties(secret).text("password")).contains("hunter2");
        assertThat(secret.toString()).doesNotContain("hunter2");
    }

    @Test
    void wholeNumbersHaveNoFractionOnDisk() {
        assertThat(JsonCodec.encode(Value.number(5432)).toString()).isEqualTo("5432");
        assertThat(JsonCodec.encode(Value.number(0.5)).toString()).isEqualTo("0.5");
    }

    private static Struct struct(String name, String text) {
        return Struct.newBuilder()
                .putFields(
                        name,
                        com.google.protobuf.Value.newBuilder()
                                .setStringValue(text)
                                .build())
                .build();
    }

    /** Values of every kind, nested, the same for the same seed. */
    private static final class Samples {
        private final Random random;

        Samples(long seed) {
            this.random = new Random(seed);
        }

        Fields fields(int depth) {
            var entries = new TreeMap<String, Value>();
            for (int index = random.nextInt(4); index >= 0; index--) {
                entries.put("p" + random.nextInt(100) + (random.nextBoolean() ? "" : ".x/y"), value(depth));
            }
            return new Fields(entries);
        }

        private Value value(int depth) {
            List<Supplier<Value>> leaves = List.of(
                    Value.Null::new,
                    Value::unknown,
                    () -> Value.truth(random.nextBoolean()),
                    () -> Value.number(random.nextInt()),
                    () -> Value.number(random.nextGaussian() * 1e9),
                    () -> Value.text("täxt " + random.nextInt()),
                    () -> Value.text(""));
            List<Supplier<Value>> branches = List.of(
                    () -> fields(depth - 1),
                    () -> items(depth - 1),
                    () -> new Value.Secret(value(depth - 1)),
                    () -> new Value.Output(value(depth - 1), random.nextBoolean(), List.of("urn:a", "urn:b")),
                    () -> new Value.Asset(new Fields(Map.of("text", Value.text("a"), "hash", Value.text("b")))),
                    () -> new Value.Archive(new Fields(Map.of("path", Value.text("/a")))),
                    () -> new Value.Reference(new Fields(Map.of("urn", Value.text("urn:c"), "id", Value.text("d")))));
            var choices = depth == 0 || random.nextInt(3) == 0 ? leaves : branches;
            return choices.get(random.nextInt(choices.size())).get();
        }

        private Value items(int depth) {
            var items = new ArrayList<Value>();
            for (int index = random.nextInt(4); index > 0; index--) {
                items.add(value(depth));
            }
            return new Value.Items(items);
        }
    }
}
