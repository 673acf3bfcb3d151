package dev.plinth.bench;

import java.util.ArrayList;
import java.util.List;

/** What was measured of one contestant. */
final class Times {
    final List<Double> startMillis = new ArrayList<>();
    final List<Double> startCpuMillis = new ArrayList<>();
    final List<Double> firstPlanMillis = new ArrayList<>();
    final List<Double> firstPlanCpuMillis = new ArrayList<>();
    final List<Double> laterResourceMicros = new ArrayList<>();

    static double median(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        return sorted.get(sorted.size() / 2);
    }
}
