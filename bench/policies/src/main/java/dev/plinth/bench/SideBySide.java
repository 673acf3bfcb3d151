package dev.plinth.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import pulumirpc.AnalyzerOuterClass.AnalyzeRequest;

/**
 * Times packs that have the same rules over the engine's protocol, all of them in one run and in turns, so that a machine
 * that gets busier slows all of them.
 */
public final class SideBySide {
    /** Until here the compilers of both worlds are at work. */
    private static final int WARMING_PLANS = 4;

    private static final int LATER_PLANS = 4;

    private final List<AnalyzeRequest> plan;
    private final List<Contestant> contestants;
    private final List<Times> times;

    private SideBySide(Recording recording, List<Contestant> contestants) {
        this.plan = recording.resources();
        this.contestants = contestants;
        this.times = contestants.stream().map(contestant -> new Times()).toList();
    }

    /** Takes the folder of a recording, the number of rounds, and the contestants; the ratio is to the first of them. */
    public static void main(String[] args) throws IOException {
        var contestants = Arrays.stream(args).skip(2).map(Contestant::parse).toList();
        var comparison = new SideBySide(Recording.read(Path.of(args[0])), contestants);
        comparison.warmUp();
        for (int round = 0; round < Integer.parseInt(args[1]); round++) {
            comparison.round();
        }
        comparison.print(System.out);
    }

    /** One uncounted plan: this process has to get warm too. */
    private void warmUp() throws IOException {
        try (var pack = PackProcess.start(contestants.getFirst())) {
            pass(pack, new ArrayList<>());
        }
    }

    private void round() throws IOException {
        var packs = new ArrayList<PackProcess>();
        try {
            for (Contestant contestant : contestants) {
                packs.add(PackProcess.start(contestant));
            }
            for (int index = 0; index < packs.size(); index++) {
                first(packs.get(index), times.get(index));
            }
            later(packs);
            compare(packs);
        } finally {
            for (PackProcess pack : packs) {
                pack.close();
            }
        }
    }

    private void first(PackProcess pack, Times of) {
        of.startMillis.add(pack.startMillis());
        double begin = pack.cpuMillis();
        of.startCpuMillis.add(begin);
        of.firstPlanMillis.add(pass(pack, new ArrayList<>()));
        of.firstPlanCpuMillis.add(pack.cpuMillis() - begin);
    }

    private void later(List<PackProcess> packs) {
        for (int pass = 0; pass < WARMING_PLANS + LATER_PLANS; pass++) {
            for (int index = 0; index < packs.size(); index++) {
                boolean counts = pass >= WARMING_PLANS;
                pass(packs.get(index), counts ? times.get(index).laterResourceMicros : new ArrayList<>());
            }
        }
    }

    /** Sends the whole plan, keeps the time of each resource, and returns that of all in milliseconds. */
    private double pass(PackProcess pack, List<Double> resourceMicros) {
        long begin = System.nanoTime();
        plan.forEach(resource -> resourceMicros.add(pack.analyzeMicros(resource)));
        return (System.nanoTime() - begin) / 1e6;
    }

    /** Packs that do not say the same do not do the same, and their times tell nothing. */
    private void compare(List<PackProcess> packs) {
        for (AnalyzeRequest resource : plan) {
            var first = packs.getFirst().violated(resource);
            for (int index = 1; index < packs.size(); index++) {
                var other = packs.get(index).violated(resource);
                if (!other.equals(first)) {
                    throw new IllegalStateException("of %s, %s says %s and %s says %s"
                            .formatted(
                                    resource.getUrn(),
                                    contestants.getFirst().name(),
                                    first,
                                    contestants.get(index).name(),
                                    other));
                }
            }
        }
    }

    private void print(PrintStream out) {
        out.printf("| ten rules, a plan of %d resources |", plan.size());
        out.println(
                " start, ms | ratio | CPU | ratio | first plan, ms | ratio | CPU | ratio | a resource later, µs | ratio |");
        out.println("|---|---|---|---|---|---|---|---|---|---|---|");
        for (int index = 0; index < contestants.size(); index++) {
            out.printf(
                    "| %s | %s | %s | %s | %s | %s |%n",
                    contestants.get(index).name(),
                    cells(index, of -> Times.median(of.startMillis)),
                    cells(index, of -> Times.median(of.startCpuMillis)),
                    cells(index, of -> Times.median(of.firstPlanMillis)),
                    cells(index, of -> Times.median(of.firstPlanCpuMillis)),
                    cells(index, of -> Times.median(of.laterResourceMicros)));
        }
    }

    private String cells(int index, Function<Times, Double> figure) {
        double value = figure.apply(times.get(index));
        return "%.0f | %.2f".formatted(value, value / figure.apply(times.getFirst()));
    }
}
