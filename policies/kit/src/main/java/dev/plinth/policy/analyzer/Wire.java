package dev.plinth.policy.analyzer;

import com.google.protobuf.Struct;
import dev.plinth.policy.Configuration;
import dev.plinth.policy.EnforcementLevel;
import dev.plinth.policy.Levels;
import dev.plinth.policy.Links;
import dev.plinth.policy.Properties;
import dev.plinth.policy.ProviderInstance;
import dev.plinth.policy.Resource;
import dev.plinth.policy.ResourceOptions;
import dev.plinth.policy.Run;
import dev.plinth.policy.Stack;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import pulumirpc.AnalyzerOuterClass.AnalyzeRequest;
import pulumirpc.AnalyzerOuterClass.AnalyzeStackRequest;
import pulumirpc.AnalyzerOuterClass.AnalyzerProviderResource;
import pulumirpc.AnalyzerOuterClass.AnalyzerResource;
import pulumirpc.AnalyzerOuterClass.AnalyzerResourceOptions;
import pulumirpc.AnalyzerOuterClass.AnalyzerStackConfigureRequest;
import pulumirpc.AnalyzerOuterClass.ConfigureAnalyzerRequest;

/** Reads what the engine sends. */
final class Wire {
    private Wire() {}

    static Run run(AnalyzerStackConfigureRequest request) {
        return new Run(
                request.getOrganization(),
                request.getProject(),
                request.getStack(),
                request.getDryRun(),
                request.getTagsMap());
    }

    static Configuration configuration(ConfigureAnalyzerRequest request) {
        var levels = new HashMap<String, EnforcementLevel>();
        var values = new HashMap<String, Map<String, Object>>();
        request.getPolicyConfigMap().forEach((rule, config) -> {
            levels.put(rule, Protocol.level(config.getEnforcementLevel()));
            Map<String, Object> properties = Structs.json(config.getProperties());
            if (!properties.isEmpty()) {
                values.put(rule, properties);
            }
        });
        return new Configuration(new Levels(levels), values);
    }

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
                outputs(resource),
                options(resource.getOptions()),
                new Links(parent(resource.getParent()), Set.copyOf(resource.getDependenciesList()), dependencies),
                resource.hasProvider() ? provider(resource.getProvider()) : Optional.empty());
    }

    private static Properties outputs(AnalyzerResource resource) {
        // The engine asks no provider that is not made yet, and then sends a resource without a single output.
        boolean unknown = resource.hasProvider() && resource.getProperties().getFieldsCount() == 0;
        return unknown
                ? Properties.unknown(resource.getType())
                : properties(resource.getType(), resource.getProperties());
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
        return new Properties(type, Values.of(struct));
    }
}
