package dev.plinth.policy.analyzer;

import dev.plinth.policy.Finding;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** The rules that have to wait in a preview, told once: a note for each resource would hide what is wrong. */
final class Waiting {
    private final Map<String, Set<String>> urnsByRule = new ConcurrentHashMap<>();

    void add(Finding undecided) {
        urnsByRule
                .computeIfAbsent(undecided.rule().id(), rule -> ConcurrentHashMap.newKeySet())
                .add(undecided.urn());
    }

    /** All of them in a sentence, those that wait most often first; nothing if none waits. */
    Optional<String> note() {
        if (urnsByRule.isEmpty()) {
            return Optional.empty();
        }
        String rules = urnsByRule.entrySet().stream()
                .sorted(Comparator.comparingInt((Map.Entry<String, Set<String>> entry) ->
                                -entry.getValue().size())
                        .thenComparing(Map.Entry::getKey))
                .map(entry -> "%s in %s"
                        .formatted(entry.getKey(), count(entry.getValue().size(), "resource")))
                .collect(Collectors.joining(", "));
        return Optional.of("%s for values that only the deployment tells: %s"
                .formatted(urnsByRule.size() == 1 ? "1 rule waits" : urnsByRule.size() + " rules wait", rules));
    }

    private static String count(int number, String noun) {
        return number == 1 ? "1 " + noun : "%d %ss".formatted(number, noun);
    }
}
