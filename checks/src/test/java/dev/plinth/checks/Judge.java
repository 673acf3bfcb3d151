package dev.plinth.checks;

import dev.plinth.infra.Cloud.Declared;
import dev.plinth.policy.Configuration;
import dev.plinth.policy.EnforcementLevel;
import dev.plinth.policy.Evaluator;
import dev.plinth.policy.Finding;
import dev.plinth.policy.Levels;
import dev.plinth.policy.Links;
import dev.plinth.policy.PolicyPack;
import dev.plinth.policy.Properties;
import dev.plinth.policy.Resource;
import dev.plinth.policy.ResourceOptions;
import dev.plinth.policy.Run;
import dev.plinth.policy.Stack;
import dev.plinth.policy.Value;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Both packs over what the program declares, without an engine between them. */
final class Judge {
    /** Judged from options and secrecy, which a test without the engine is not told of; the other tests have it. */
    private static final Set<String> FOR_THE_ENGINE = Set.of("stateful-protected", "sensitive-inputs-are-secret");

    private final List<Evaluator> packs;

    Judge(List<PolicyPack> packs) {
        this.packs = packs.stream().map(Judge::evaluator).toList();
    }

    List<Finding> findings(List<Declared> declared) {
        var inputs = declared.stream().map(one -> resource(one, one.inputs())).toList();
        var stack = new Stack(
                declared.stream().map(one -> resource(one, one.outputs())).toList());
        return packs.stream()
                .flatMap(pack -> Stream.concat(
                        inputs.stream().flatMap(one -> pack.judge(one).findings().stream()),
                        pack.judge(stack).findings().stream()))
                .toList();
    }

    private static Evaluator evaluator(PolicyPack pack) {
        var levels = pack.rules().stream()
                .map(rule -> rule.info().id())
                .filter(FOR_THE_ENGINE::contains)
                .collect(Collectors.toMap(id -> id, id -> EnforcementLevel.DISABLED));
        return new Evaluator(pack, Configuration.of(new Levels(levels)), Run.UNKNOWN);
    }

    private static Resource resource(Declared declared, Map<?, ?> values) {
        var urn = "urn:pulumi:drawn::plinth::%s::%s".formatted(declared.type(), declared.name());
        return new Resource(
                urn,
                declared.type(),
                declared.name(),
                new Properties(declared.type(), fields(values)),
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
