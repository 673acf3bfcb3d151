package dev.plinth.policy.docs;

import dev.plinth.policy.Control;
import dev.plinth.policy.Framework;
import dev.plinth.policy.PolicyPack;
import dev.plinth.policy.RuleInfo;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Which services the rules look at, and which controls of which frameworks they put into code. */
final class Coverage {
    private record Ruled(PolicyPack pack, RuleInfo info) {
        String link() {
            return Markdown.link(info.id(), Documentation.path(pack, info.id()));
        }

        List<Control> controls() {
            return info.explanation().controls();
        }
    }

    private final List<Ruled> rules;
    private final List<Framework> frameworks;

    Coverage(List<PolicyPack> packs) {
        this.rules = packs.stream()
                .flatMap(pack -> pack.rules().stream().map(rule -> new Ruled(pack, rule.info())))
                .toList();
        this.frameworks = rules.stream()
                .flatMap(rule -> rule.controls().stream())
                .map(Control::framework)
                .distinct()
                .sorted(Comparator.comparing(Framework::name).thenComparing(Framework::version))
                .toList();
    }

    /** The heads of the columns of {@link #services}. */
    List<String> head() {
        var head = new ArrayList<>(List.of("service", "rules"));
        frameworks.stream().map(Framework::name).forEach(head::add);
        return head;
    }

    /** A row for each service. */
    List<List<String>> services() {
        var byService = new TreeMap<String, List<Ruled>>();
        for (Ruled rule : rules) {
            Service.of(rule.info().types())
                    .forEach(service -> byService
                            .computeIfAbsent(service, name -> new ArrayList<>())
                            .add(rule));
        }
        return byService.entrySet().stream()
                .map(entry -> row(entry.getKey(), entry.getValue()))
                .toList();
    }

    /** A row for each control of each framework. */
    Map<Framework, List<List<String>>> frameworks() {
        var rows = new LinkedHashMap<Framework, List<List<String>>>();
        frameworks.forEach(framework -> rows.put(framework, controls(framework)));
        return rows;
    }

    private List<String> row(String service, List<Ruled> ruled) {
        var row = new ArrayList<>(List.of(service, String.valueOf(ruled.size())));
        for (Framework framework : frameworks) {
            long controls = ruled.stream()
                    .flatMap(rule -> rule.controls().stream())
                    .filter(control -> control.framework().equals(framework))
                    .distinct()
                    .count();
            row.add(controls == 0 ? "" : String.valueOf(controls));
        }
        return row;
    }

    private List<List<String>> controls(Framework framework) {
        SortedMap<String, List<Ruled>> byControl = new TreeMap<>(Coverage::inOrder);
        for (Ruled rule : rules) {
            rule.controls().stream()
                    .filter(control -> control.framework().equals(framework))
                    .forEach(control -> byControl
                            .computeIfAbsent(control.id(), id -> new ArrayList<>())
                            .add(rule));
        }
        return byControl.entrySet().stream()
                .map(entry -> List.of(
                        entry.getKey(),
                        entry.getValue().stream().map(Ruled::link).collect(Collectors.joining(", "))))
                .toList();
    }

    /** As people count: RDS.2 before RDS.11. */
    private static int inOrder(String one, String other) {
        return Comparator.<String>naturalOrder().compare(padded(one), padded(other));
    }

    private static String padded(String id) {
        return id.replaceAll("\\d+", "0000000$0").replaceAll("0*(\\d{8})", "$1") + " " + id;
    }
}
