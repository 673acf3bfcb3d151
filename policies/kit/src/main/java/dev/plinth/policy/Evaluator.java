package dev.plinth.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Runs the rules of a pack. Knows nothing of the engine, so that a saved plan can be judged as well; may be used by
 * several threads at once.
 */
public final class Evaluator {
    private record Entry<R extends Rule>(R rule, RuleInfo info, Context context) {}

    private record Choice(List<Entry<ResourceRule>> rules, List<NotApplicable> others) {}

    private final Levels levels;
    private final List<Entry<ResourceRule>> resourceRules = new ArrayList<>();
    private final List<Entry<StackRule>> stackRules = new ArrayList<>();
    private final Map<String, Choice> choices = new ConcurrentHashMap<>();

    /** Judges in a run of which nothing is known, with the rules' own levels and configuration. */
    public Evaluator(PolicyPack pack) {
        this(pack, Configuration.NONE, Run.UNKNOWN);
    }

    /** Judges in this run, as configured. */
    public Evaluator(PolicyPack pack, Configuration configuration, Run run) {
        this.levels = configuration.levels();
        for (Rule rule : pack.rules()) {
            RuleInfo info = rule.info();
            var context = new Context(run, configuration.of(info));
            switch (rule) {
                case ResourceRule judge -> resourceRules.add(new Entry<>(judge, info, context));
                case StackRule judge -> stackRules.add(new Entry<>(judge, info, context));
            }
        }
    }

    /** Judges one resource by its inputs. */
    public Verdict judge(Resource resource) {
        var judging = new Judging(levels);
        Choice choice = choices.computeIfAbsent(resource.type(), this::choose);
        for (Entry<ResourceRule> entry : choice.rules()) {
            judging.attempt(entry.info(), resource, () -> entry.rule().check(resource, entry.context()));
        }
        return judging.verdict(List.of(resource)).with(choice.others());
    }

    /** The rules that are about a type, and the others: the engine counts as passed what is not named. */
    private Choice choose(String type) {
        var rules = new ArrayList<Entry<ResourceRule>>();
        var others = new ArrayList<NotApplicable>();
        for (Entry<ResourceRule> entry : resourceRules) {
            if (entry.info().types().include(type)) {
                rules.add(entry);
            } else if (levels.of(entry.info()) != EnforcementLevel.DISABLED) {
                others.add(new NotApplicable(entry.info(), "is about other types"));
            }
        }
        return new Choice(rules, others);
    }

    /** What a rule changes of a resource of its types; throws what the rule throws. */
    public Patch remedy(RemediatingRule rule, Resource resource) {
        return resourceRules.stream()
                .filter(entry ->
                        entry.rule().equals(rule) && resource.is(entry.info().types()))
                .findFirst()
                .map(entry -> rule.remedy(resource, entry.context()))
                .orElse(Patch.NONE);
    }

    /** Judges how the resources of a stack stand to each other, by their outputs. */
    public Verdict judge(Stack stack) {
        var judging = new Judging(levels);
        for (Entry<StackRule> entry : stackRules) {
            List<Resource> judged = stack.all(entry.info().types());
            if (judged.isEmpty()) {
                judging.skip(entry.info(), "the stack has no resource of its types");
            }
            for (Resource resource : judged) {
                judging.attempt(entry.info(), resource, () -> entry.rule().check(resource, stack, entry.context()));
            }
        }
        return judging.verdict(stack.resources());
    }
}
