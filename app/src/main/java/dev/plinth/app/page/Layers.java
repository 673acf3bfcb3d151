package dev.plinth.app.page;

import dev.plinth.app.page.Drawing.Thing;
import dev.plinth.app.page.Drawing.Tie;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Which column each thing of a drawing stands in, and in which order from top to bottom. */
final class Layers {
    private static final int SWEEPS = 4;

    private final Map<String, List<String>> needs;
    private final Map<String, List<String>> users;
    private final Map<String, Integer> columns = new HashMap<>();
    private final List<List<Thing>> layers;

    Layers(List<Thing> things, List<Tie> ties) {
        needs = ties.stream()
                .collect(Collectors.groupingBy(Tie::from, Collectors.mapping(Tie::to, Collectors.toList())));
        users = ties.stream()
                .collect(Collectors.groupingBy(Tie::to, Collectors.mapping(Tie::from, Collectors.toList())));
        things.forEach(thing -> column(thing.key()));
        Map<Integer, List<Thing>> byColumn =
                things.stream().collect(Collectors.groupingBy(thing -> column(thing.key())));
        int last = byColumn.keySet().stream().max(Comparator.naturalOrder()).orElse(0);
        layers = IntStream.rangeClosed(0, last)
                .mapToObj(column -> byColumn.getOrDefault(column, List.of()))
                .collect(Collectors.toCollection(ArrayList::new));
        for (int sweep = 0; sweep < SWEEPS; sweep++) {
            Map<String, List<String>> neighbours = sweep % 2 == 0 ? needs : users;
            layers.replaceAll(layer -> ordered(layer, neighbours));
        }
    }

    /** The columns from left to right. */
    List<List<Thing>> columns() {
        return List.copyOf(layers);
    }

    /** One more than the rightmost of what it depends on; a circle ends where it began. */
    private int column(String key) {
        Integer known = columns.putIfAbsent(key, 0);
        if (known != null) {
            return known;
        }
        int column = needs.getOrDefault(key, List.of()).stream()
                .mapToInt(need -> column(need) + 1)
                .max()
                .orElse(0);
        columns.put(key, column);
        return column;
    }

    /** Each thing as near as may be to the middle of its neighbours, which makes few lines cross. */
    private List<Thing> ordered(List<Thing> layer, Map<String, List<String>> neighbours) {
        Map<String, Double> places = new HashMap<>();
        for (List<Thing> other : layers) {
            for (int place = 0; place < other.size(); place++) {
                places.put(other.get(place).key(), place - other.size() / 2.0);
            }
        }
        return layer.stream()
                .sorted(Comparator.comparingDouble(thing -> neighbours.getOrDefault(thing.key(), List.of()).stream()
                        .mapToDouble(key -> places.getOrDefault(key, 0.0))
                        .average()
                        .orElse(places.getOrDefault(thing.key(), 0.0))))
                .toList();
    }
}
