package dev.plinth.policy;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Runs the rules of a pack over the resources of one run. Knows nothing of the engine, so that a saved plan can be judged
 * as well; may be used by several threads at once. Judge every resource first and the stack last: only then can it tell
 * which exemptions nothing needs.
 */
public final class Evaluator {
    private record Entry<R extends Rule>(R rule, RuleInfo info, Context context) {}

    /** What the rules are for a type; {@code others} are those that are about other types. */
    private record Choice(
            List<Entry<ResourceRule>> rules, List<Entry<ResourceRule>> remedies, List<NotApplicable> others) {}

    private final Levels levels;
    private final ExemptionUse exemptions;
    private final List<Entry<ResourceRule>> resourceRules = new ArrayList<>();
    private final List<Entry<StackRule>> stackRules = new ArrayList<>();
    private final Map<String, Choice> choices = new ConcurrentHashMap<>();

    /** Judges in a run of which nothing is known, with the rules' own levels and configuration. */
    public Evaluator(PolicyPack pack) {
        this(pack, Configuration.NONE, Run.UNKNOWN);
    }

    /** Judges in this run, as configured. */
    public Evaluator(PolicyPack pack, Configuration configuration, Run run) {
        this(pack, configuration, run, Clock.systemUTC());
    }

    /** Judges in this run, as configured; the clock says which exemptions have ended. */
    public Evaluator(PolicyPack pack, Configuration configuration, Run run, Clock clock) {
        this.levels = configuration.levels();
        this.exemptions = new ExemptionUse(configuration.exemptions(), LocalDate.now(clock));
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
        exemptions.judged(resource);
        var judging = new Judging(levels, exemptions);
        Choice choice = choice(resource.type());
        for (Entry<ResourceRule> entry : choice.rules()) {
            judging.attempt(entry.info(), resource, () -> entry.rule().check(resource, entry.context()));
        }
        return judging.verdict(List.of(resource)).with(choice.others());
    }

    /** Whether there is a rule that could put a resource of this type right. */
    public boolean remedies(String type) {
        return !choice(type).remedies().isEmpty();
    }

    /**
     * What the rules at the level {@link EnforcementLevel#REMEDIATE} change of a resource, in the order of the pack. A
     * rule from which the resource is exempt changes nothing.
     */
    public List<Remedy> remedies(Resource resource) {
        var remedying = new Remedying(resource);
        for (Entry<ResourceRule> entry : choice(resource.type()).remedies()) {
            if (entry.rule() instanceof RemediatingRule rule && !exemptions.exempts(entry.info(), resource)) {
                remedying.attempt(rule, entry.info(), entry.context());
            }
        }
        return remedying.remedies();
    }

    /** What a rule changes of a resource of its types, whatever its level; throws what the rule throws. */
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
        var judging = new Judging(levels, exemptions);
        for (Entry<StackRule> entry : stackRules) {
            List<Resource> judged = stack.all(entry.info().types());
            if (judged.isEmpty()) {
                judging.skip(entry.info(), "the stack has no resource of its types");
            }
            for (Resource resource : judged) {
                judging.attempt(entry.info(), resource, () -> entry.rule().check(resource, stack, entry.context()));
            }
        }
        judging.unused(exemptions.unused(running(resourceRules), running(stackRules), stack));
        return judging.verdict(stack.resources());
    }

    private Choice choice(String type) {
        return choices.computeIfAbsent(type, this::choose);
    }

    /** The engine counts as passed what is not named. */
    private Choice choose(String type) {
        var rules = new ArrayList<Entry<ResourceRule>>();
        var remedies = new ArrayList<Entry<ResourceRule>>();
        var others = new ArrayList<NotApplicable>();
        for (Entry<ResourceRule> entry : resourceRules) {
            EnforcementLevel level = levels.of(entry.info());
            if (level == EnforcementLevel.DISABLED) {
                continue;
            }
            if (!entry.info().types().include(type)) {
                others.add(new NotApplicable(entry.info(), NotApplicable.OTHER_TYPES));
                continue;
            }
            rules.add(entry);
            if (level == EnforcementLevel.REMEDIATE && entry.rule() instanceof RemediatingRule) {
                remedies.add(entry);
            }
        }
        return new Choice(rules, remedies, others);
    }

    private <R extends Rule> List<RuleInfo> running(List<Entry<R>> entries) {
        return entries.stream()
                .map(Entry::info)
                .filter(info -> levels.of(info) != EnforcementLevel.DISABLED)
                .toList();
    }
}
