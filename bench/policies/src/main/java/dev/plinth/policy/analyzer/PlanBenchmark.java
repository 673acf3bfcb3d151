package dev.plinth.policy.analyzer;

import dev.plinth.bench.Recording;
import dev.plinth.policies.backup.BackupPack;
import dev.plinth.policies.security.SecurityPack;
import dev.plinth.policy.Evaluator;
import dev.plinth.policy.PolicyPack;
import dev.plinth.policy.Resource;
import dev.plinth.policy.ResourceRule;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/**
 * What a pack does between the engine's request and its answer, with the rules of both packs over a whole recorded plan.
 * In this package because reading the wire is nobody else's business.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(2)
public class PlanBenchmark {
    /** The system property that names the folder of the recording. */
    public static final String RECORDING = "plinth.recording";

    /** Counts beside whole plans; JMH prints them per second. */
    @State(Scope.Thread)
    @AuxCounters(AuxCounters.Type.OPERATIONS)
    public static class Counts {
        /** Resources that were read or judged. */
        public long resources;

        /** Resources times the rules about single resources, which each of them was judged by or is not about. */
        public long resourcesTimesRules;
    }

    private final Recording recording = Recording.read(Path.of(System.getProperty(RECORDING, "")));
    private final List<PolicyPack> packs = List.of(SecurityPack.pack(), BackupPack.pack());
    private final List<Resource> resources =
            recording.resources().stream().map(Wire::resource).toList();
    private final List<Evaluator> evaluators =
            packs.stream().map(Evaluator::new).toList();
    private int rules;

    /** Counts the rules. */
    @Setup(Level.Trial)
    public void count() {
        rules = (int) packs.stream()
                .flatMap(pack -> pack.rules().stream())
                .filter(ResourceRule.class::isInstance)
                .count();
    }

    /** Reads what the engine sends of each resource. */
    @Benchmark
    public void decode(Counts counts, Blackhole blackhole) {
        for (var request : recording.resources()) {
            blackhole.consume(Wire.resource(request));
        }
        counts.resources += recording.resources().size();
    }

    /** Judges each resource by both packs. */
    @Benchmark
    public void judge(Counts counts, Blackhole blackhole) {
        for (Evaluator evaluator : evaluators) {
            for (Resource resource : resources) {
                blackhole.consume(evaluator.judge(resource));
            }
        }
        counts.resources += resources.size();
        counts.resourcesTimesRules += (long) resources.size() * rules;
    }

    /** Judges the stack by both packs, as the engine asks at its end. */
    @Benchmark
    public void judgeStack(Counts counts, Blackhole blackhole) {
        for (var request : recording.stacks()) {
            for (Evaluator evaluator : evaluators) {
                blackhole.consume(evaluator.judge(Wire.stack(request)));
            }
            counts.resources += request.getResourcesCount();
        }
    }
}
