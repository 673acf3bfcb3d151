package dev.plinth.checks;

import dev.plinth.infra.Cloud.Declared;
import dev.plinth.policy.Evaluator;
import dev.plinth.policy.Finding;
import dev.plinth.policy.Links;
import dev.plinth.policy.PolicyPack;
import dev.plinth.policy.Properties;
import dev.plinth.policy.Resource;
import dev.plinth.policy.ResourceOptions;
import dev.plinth.policy.Stack;
import dev.plinth.policy.Value;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Both packs over what the program declares, without an engine between them. */
final class Judge {
    private final List<Evaluator> packs;

    Judge(List<PolicyPack> packs) {
        this.packs = packs.stream().map(Evaluator::new).toList();
    }

    List<Finding> findings(List<Declared> declared) {
        var resources = declared.stream().map(Judge::resource).toList();
        return packs.stream()
                .flatMap(pack -> Stream.concat(
                        resources.stream().flatMap(one -> pack.judge(one).findings().stream()),
                        pack.judge(new Stack(resources)).findings().stream()))
                .toList();
    }

    private static Resource resource(Declared declared) {
        var urn = "urn:pulumi:drawn::plinth::%s::%s".formatted(declared.type(), declared.name());
        return new Resource(
                urn,
                declared.type(),
                declared.name(),
                new Properties(declared.type(), fields(declared.inputs())),
                ResourceOptions.NONE,
                Links.NONE,
                Optional.empty());
    }

    private static Map<String, Value> fields(Map<?, ?> inputs) {
        var values = new HashMap<String, Value>();
        inputs.forEach((name, value) -> {
            if (value != null) {
                values.put(String.valueOf(name), value(value));
            }
        });
        return values;
    }

    private static Value value(Object value) {
        return switch (value) {
            case Boolean flag -> new Value.Flag(flag);
            case Number number -> new Value.Numeric(number.doubleValue());
            case String text -> new Value.Text(text);
            case List<?> items ->
                new Value.Items(items.stream().map(Judge::value).toList());
            case Map<?, ?> inner -> new Value.Fields(fields(inner));
            // An asset or archive: no rule looks into a file.
            default -> new Value.Unknown();
        };
    }
}
