package dev.plinth.policy.plan;

import dev.plinth.policy.Links;
import dev.plinth.policy.Properties;
import dev.plinth.policy.ProviderInstance;
import dev.plinth.policy.Resource;
import dev.plinth.policy.ResourceOptions;
import dev.plinth.policy.Value;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A resource as the CLI writes it to files. Source: ResourceV3 in sdk/go/common/apitype/core.go of pulumi/pulumi.
 *
 * @param before how it was, for one that stays: only that tells its outputs
 */
record SavedResource(Element element, Optional<Element> before) {
    private static final String NAME_SEPARATOR = "::";
    private static final String BY_PROPERTY = "propertyDependencies";
    private static final String INPUTS = "inputs";
    private static final String OUTPUTS = "outputs";
    private static final String ID = "id";

    String urn() {
        return element.text("urn");
    }

    /** The parts of the URN after {@code urn:pulumi}: stack, project, qualified type, name. */
    List<String> urnParts() {
        String[] parts = urn().split(NAME_SEPARATOR, 4);
        if (parts.length < 4 || !parts[0].startsWith("urn:pulumi:")) {
            throw new UnreadablePlanException(
                    element.place() + ".urn",
                    "expected urn:pulumi:STACK::PROJECT::TYPE::NAME, found \"%s\"".formatted(urn()),
                    Element.REMAKE);
        }
        return List.of(parts[0].substring("urn:pulumi:".length()), parts[1], parts[2], parts[3]);
    }

    /** Whether the stack only looks at it, or is about to get rid of it: the engine shows neither to a pack. */
    boolean isLeftOut() {
        return element.flag("external") || element.flag("delete");
    }

    Resource withInputs(Map<String, SavedResource> all) {
        return resource(values(element, INPUTS), all);
    }

    Resource withOutputs(Map<String, SavedResource> all) {
        var values = new HashMap<String, Value>();
        before.ifPresent(old -> values.putAll(values(old, OUTPUTS)));
        values.putAll(values(element, element.has(OUTPUTS) ? OUTPUTS : INPUTS));
        if (element.flag("custom")) {
            values.putIfAbsent(ID, id());
        }
        return resource(values, all);
    }

    private Value id() {
        return element.optionalText(ID)
                .or(() -> before.flatMap(old -> old.optionalText(ID)))
                .<Value>map(Value.Text::new)
                .orElseGet(Value.Unknown::new);
    }

    private Resource resource(Map<String, Value> values, Map<String, SavedResource> all) {
        return new Resource(
                urn(), type(), urnParts().getLast(), new Properties(type(), values), options(), links(), provider(all));
    }

    private String type() {
        return element.text("type");
    }

    private static Map<String, Value> values(Element state, String content) {
        return state.has(content) ? SavedValues.fields(state.object(content).json()) : Map.of();
    }

    private ResourceOptions options() {
        return new ResourceOptions(
                element.flag("protect"),
                element.texts("ignoreChanges"),
                Optional.empty(),
                element.texts("additionalSecretOutputs"),
                element.texts("aliases"));
    }

    private Links links() {
        var byProperty = new HashMap<String, Set<String>>();
        if (element.has(BY_PROPERTY)) {
            Element sources = element.object(BY_PROPERTY);
            sources.names().forEach(name -> byProperty.put(name, Set.copyOf(sources.texts(name))));
        }
        return new Links(element.optionalText("parent"), Set.copyOf(element.texts("dependencies")), byProperty);
    }

    /** The reference to a provider is its URN and its id, which a preview may not know. */
    private Optional<ProviderInstance> provider(Map<String, SavedResource> all) {
        return element.optionalText("provider")
                .map(reference -> all.get(reference.substring(0, Math.max(0, reference.lastIndexOf(NAME_SEPARATOR)))))
                .map(saved -> new ProviderInstance(
                        saved.urn(),
                        saved.type(),
                        saved.urnParts().getLast(),
                        new Properties(saved.type(), values(saved.element, INPUTS))));
    }
}
