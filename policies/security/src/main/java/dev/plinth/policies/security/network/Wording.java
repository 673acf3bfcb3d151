package dev.plinth.policies.security.network;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** How ports are called in a sentence. */
final class Wording {
    private Wording() {}

    /** Which of the ports a range holds, if any: "all ports" where it holds all there are. */
    static Optional<String> held(PortRange range, List<Integer> ports) {
        if (range.isAll()) {
            return Optional.of("all ports");
        }
        List<Integer> held = range.among(ports);
        return held.isEmpty() ? Optional.empty() : Optional.of(ports(held));
    }

    /** Such as "port 22" or "ports 80, 443". */
    static String ports(List<?> ports) {
        String names = ports.stream().map(String::valueOf).collect(Collectors.joining(", "));
        return (ports.size() == 1 ? "port " : "ports ") + names;
    }
}
