package dev.plinth.policy.analyzer;

import com.google.protobuf.Struct;
import dev.plinth.policy.Links;
import dev.plinth.policy.Properties;
import dev.plinth.policy.ProviderInstance;
import dev.plinth.policy.Resource;
import dev.plinth.policy.ResourceOptions;
import dev.plinth.policy.Stack;
import dev.plinth.policy.Value;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import pulumirpc.AnalyzerOuterClass.AnalyzeRequest;
import pulumirpc.AnalyzerOuterClass.AnalyzeStackRequest;
import pulumirpc.AnalyzerOuterClass.AnalyzerProviderResource;
import pulumirpc.AnalyzerOuterClass.AnalyzerResource;
import pulumirpc.AnalyzerOuterClass.AnalyzerResourceOptions;

/** Reads what the engine sends. */
final class Wire {
    private static final String SIGNATURE = "4dabf18193072939515e22adb298388d";
    private static final String SECRET = "1b47061264138c4ac30d75fd1eb44270";
    private static final String OUTPUT = "d0e6a833031e9bbcd3f4e8bde6ca49a4";

    /** What stands in for an unknown flag, number, text, list, asset, archive and object. */
    private static final Set<String> UNKNOWN = Set.of(
            "1c4a061d-8072-4f0a-a4cb-0ff528b18fe7",
            "3eeb2bf0-c639-47a8-9e75-3b44932eb421",
            "04da6b54-80e4-46f7-96ec-b56ff0331ba9",
            "6a19a0b0-7e62-4c92-b797-7f8e31da9cc2",
            "030794c1-ac77-496b-92df-f27374a8bd58",
            "e48ece36-62e2-4504-bad9-02848725956a",
            "dd056dcd-154b-4c76-9bd3-c8f88648b5ff");

    private Wire() {}

    static Resource resource(AnalyzeRequest request) {
        return new Resource(
                request.getUrn(),
                request.getType(),
                request.getName(),
                properties(request.getType(), request.getProperties()),
                options(request.getOptions()),
                new Links(parent(request.getOptions().getParent()), Set.of(), Map.of()),
                request.hasProvider() ? provider(request.getProvider()) : Optional.empty());
    }

    static Stack stack(AnalyzeStackRequest request) {
        return new Stack(request.getResourcesList().stream().map(Wire::resource).toList());
    }

    private static Resource resource(AnalyzerResource resource) {
        var dependencies = resource.getPropertyDependenciesMap().entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> Set.copyOf(entry.getValue().getUrnsList())));
        return new Resource(
                resource.getUrn(),
                resource.getType(),
                resource.getName(),
                properties(resource.getType(), resource.getProperties()),
                options(resource.getOptions()),
                new Links(parent(resource.getParent()), Set.copyOf(resource.getDependenciesList()), dependencies),
                resource.hasProvider() ? provider(resource.getProvider()) : Optional.empty());
    }

    private static ResourceOptions options(AnalyzerResourceOptions options) {
        return new ResourceOptions(
                options.getProtect(),
                options.getIgnoreChangesList(),
                options.getDeleteBeforeReplaceDefined()
                        ? Optional.of(options.getDeleteBeforeReplace())
                        : Optional.empty(),
                options.getAdditionalSecretOutputsList(),
                options.getAliasesList());
    }

    private static Optional<String> parent(String urn) {
        return urn.isEmpty() ? Optional.empty() : Optional.of(urn);
    }

    private static Optional<ProviderInstance> provider(AnalyzerProviderResource provider) {
        return Optional.of(new ProviderInstance(
                provider.getUrn(),
                provider.getType(),
                provider.getName(),
                properties(provider.getType(), provider.getProperties())));
    }

    private static Properties properties(String type, Struct struct) {
        return new Properties(type, fields(struct));
    }

    private static Map<String, Value> fields(Struct struct) {
        return struct.getFieldsMap().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> value(entry.getValue())));
    }

    private static Value value(com.google.protobuf.Value value) {
        return switch (value.getKindCase()) {
            case BOOL_VALUE -> new Value.Flag(value.getBoolValue());
            case NUMBER_VALUE -> new Value.Numeric(value.getNumberValue());
            case STRING_VALUE -> text(value.getStringValue());
            case LIST_VALUE ->
                new Value.Items(value.getListValue().getValuesList().stream()
                        .map(Wire::value)
                        .toList());
            case STRUCT_VALUE -> struct(value.getStructValue());
            case NULL_VALUE, KIND_NOT_SET -> new Value.Nil();
        };
    }

    private static Value text(String text) {
        return UNKNOWN.contains(text) ? new Value.Unknown() : new Value.Text(text);
    }

    private static Value struct(Struct struct) {
        return switch (field(struct, SIGNATURE).getStringValue()) {
            case SECRET -> new Value.Secret(value(field(struct, "value")));
            case OUTPUT -> output(struct);
            // Assets and archives stay objects: their fields are a path, a text or an address.
            default -> new Value.Fields(fields(struct));
        };
    }

    private static Value output(Struct struct) {
        Value value = struct.containsFields("value") ? value(field(struct, "value")) : new Value.Unknown();
        return field(struct, "secret").getBoolValue() ? new Value.Secret(value) : value;
    }

    private static com.google.protobuf.Value field(Struct struct, String name) {
        return struct.getFieldsOrDefault(name, com.google.protobuf.Value.getDefaultInstance());
    }
}
