package dev.plinth.policy.analyzer;

import com.google.protobuf.ListValue;
import com.google.protobuf.Struct;
import com.google.protobuf.Value;
import java.util.List;
import java.util.Map;
import pulumirpc.AnalyzerOuterClass.AnalyzeRequest;
import pulumirpc.AnalyzerOuterClass.AnalyzerResource;

/** What an engine sends, in its own words. */
final class Sent {
    static final String TYPE = "aws:rds/instance:Instance";
    static final String URN = "urn:pulumi:dev::demo::" + TYPE + "::";
    static final String SIGNATURE = "4dabf18193072939515e22adb298388d";

    private Sent() {}

    static AnalyzeRequest database(Map<String, Value> properties) {
        return database("db", properties);
    }

    static AnalyzeRequest database(String name, Map<String, Value> properties) {
        return AnalyzeRequest.newBuilder()
                .setType(TYPE)
                .setUrn(URN + name)
                .setName(name)
                .setProperties(Struct.newBuilder().putAllFields(properties))
                .build();
    }

    static AnalyzerResource inStack(String name, Map<String, Value> properties) {
        return AnalyzerResource.newBuilder()
                .setType(TYPE)
                .setUrn(URN + name)
                .setName(name)
                .setProperties(Struct.newBuilder().putAllFields(properties))
                .build();
    }

    static Value number(double number) {
        return Value.newBuilder().setNumberValue(number).build();
    }

    static Value text(String text) {
        return Value.newBuilder().setStringValue(text).build();
    }

    static Value list(Value... items) {
        return Value.newBuilder()
                .setListValue(ListValue.newBuilder().addAllValues(List.of(items)))
                .build();
    }

    static Value object(Map<String, Value> fields) {
        return Value.newBuilder()
                .setStructValue(Struct.newBuilder().putAllFields(fields))
                .build();
    }

    static Value unknownNumber() {
        return text("3eeb2bf0-c639-47a8-9e75-3b44932eb421");
    }

    static Value secret(Value value) {
        return signed("1b47061264138c4ac30d75fd1eb44270", Map.of("value", value));
    }

    static Value output(Map<String, Value> fields) {
        return signed("d0e6a833031e9bbcd3f4e8bde6ca49a4", fields);
    }

    static Value signed(String signature, Map<String, Value> fields) {
        return Value.newBuilder()
                .setStructValue(Struct.newBuilder().putAllFields(fields).putFields(SIGNATURE, text(signature)))
                .build();
    }
}
