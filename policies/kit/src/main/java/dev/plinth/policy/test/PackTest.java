package dev.plinth.policy.test;

import dev.plinth.policy.Configuration;
import dev.plinth.policy.EnforcementLevel;
import dev.plinth.policy.Evaluator;
import dev.plinth.policy.Levels;
import dev.plinth.policy.PolicyPack;
import dev.plinth.policy.Resource;
import dev.plinth.policy.Run;
import dev.plinth.policy.Stack;
import dev.plinth.policy.Verdict;
import dev.plinth.policy.plan.Plan;
import dev.plinth.policy.plan.PlanFile;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Runs a whole pack over a stack just as a deployment does: every resource by itself, then all together. Immutable. */
public final class PackTest {
    private final PolicyPack pack;
    private final Configuration configuration;
    private final Clock clock;

    private PackTest(PolicyPack pack, Configuration configuration, Clock clock) {
        this.pack = pack;
        this.configuration = configuration;
        this.clock = clock;
    }

    /** A test of a pack with its own levels and configuration. */
    public static PackTest of(PolicyPack pack) {
        return new PackTest(pack, Configuration.NONE, Clock.systemUTC());
    }

    /** The same with a rule, or {@code all}, at this level. */
    public PackTest at(EnforcementLevel level, String rule) {
        var levels = new HashMap<>(configuration.levels().configured());
        levels.put(rule, level);
        return with(new Configuration(new Levels(levels), configuration.values()));
    }

    /** The same, configured as by this JSON object of a rule; throws if it does not fit. */
    public PackTest configured(String rule, Map<String, Object> values) {
        var all = new HashMap<>(configuration.values());
        all.put(rule, values);
        return with(new Configuration(configuration.levels(), all));
    }

    /** The same with this exemption alone, as a JSON object. */
    public PackTest exempting(Map<String, Object> exemption) {
        return configured("exemptions", Map.of("list", List.of(exemption)));
    }

    /** The same on this day, which matters to exemptions. */
    public PackTest on(LocalDate day) {
        return new PackTest(
                pack,
                configuration,
                Clock.fixed(day.atStartOfDay(ZoneOffset.UTC).toInstant(), ZoneOffset.UTC));
    }

    /** What the pack says of what {@code pulumi preview --json} or {@code pulumi stack export} has written. */
    public PackVerdict judge(Path plan) {
        Plan read = PlanFile.read(plan);
        return judge(read.resources(), read.outcome(), read.run());
    }

    /** What the pack says of a stack of these resources. */
    public PackVerdict judge(TestResource... resources) {
        List<Resource> all =
                Arrays.stream(resources).map(TestResource::resource).toList();
        return judge(all, new Stack(all), Run.UNKNOWN);
    }

    private PackVerdict judge(List<Resource> resources, Stack stack, Run run) {
        var evaluator = new Evaluator(pack, configuration, run, clock);
        var verdicts = new ArrayList<Verdict>();
        resources.forEach(resource -> verdicts.add(evaluator.judge(resource)));
        verdicts.add(evaluator.judge(stack));
        return new PackVerdict(verdicts);
    }

    private PackTest with(Configuration other) {
        List<String> mistakes = other.mistakesFor(pack);
        if (!mistakes.isEmpty()) {
            throw new AssertionError(String.join("\n", mistakes));
        }
        return new PackTest(pack, other, clock);
    }
}
