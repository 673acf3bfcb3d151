package dev.plinth.policy.cli;

import dev.plinth.policy.PolicyPack;
import dev.plinth.policy.PolicyPackSource;
import dev.plinth.policy.Rule;
import java.util.Comparator;
import java.util.List;
import java.util.ServiceLoader;

/** The packs of this program. */
public record Packs(List<PolicyPack> list) {
    public Packs {
        list = list.stream().sorted(Comparator.comparing(PolicyPack::name)).toList();
    }

    /** A rule and the pack that it is of. */
    record Member(PolicyPack pack, Rule rule) {}

    /** Those that are on the class path. */
    static Packs onClassPath() {
        var packs = new Packs(ServiceLoader.load(PolicyPackSource.class).stream()
                .map(source -> source.get().policyPack())
                .toList());
        if (packs.list.isEmpty()) {
            throw new InputException("there is no policy pack on the class path");
        }
        return packs;
    }

    PolicyPack named(String name) {
        return list.stream()
                .filter(pack -> pack.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new InputException("there is no pack '%s'; there are %s"
                        .formatted(
                                name,
                                String.join(
                                        ", ",
                                        list.stream().map(PolicyPack::name).toList()))));
    }

    List<Member> rules() {
        return list.stream()
                .flatMap(pack -> pack.rules().stream().map(rule -> new Member(pack, rule)))
                .toList();
    }
}
