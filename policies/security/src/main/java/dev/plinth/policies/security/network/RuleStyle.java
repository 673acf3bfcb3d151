package dev.plinth.policies.security.network;

import dev.plinth.policy.Properties;
import dev.plinth.policy.Property;
import dev.plinth.policy.Shape;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * How a kind of firewall rule is written: AWS has several, whose names differ and whose meaning does not.
 *
 * @param peers who is let through, where the rule names one of a kind
 * @param peerLists who is let through, where it names any number
 */
record RuleStyle(
        Property<String> protocol,
        Property<Integer> first,
        Property<Integer> last,
        List<Property<String>> peers,
        List<Property<List<String>>> peerLists) {
    private static final Set<String> ALL_PROTOCOLS = Set.of("-1", "all");
    private static final Set<String> PROTOCOLS_WITH_PORTS = Set.of("tcp", "6", "udp", "17");
    /** A block whose prefix has no bits holds every address, however the zeros before it are written. */
    private static final String EVERY_ADDRESS = "/0";

    /** Rules that name any number of address blocks. */
    static RuleStyle ofLists(Shape shape) {
        return new RuleStyle(
                shape.text("protocol"),
                shape.integer("fromPort"),
                shape.integer("toPort"),
                List.of(),
                List.of(shape.texts("cidrBlocks"), shape.texts("ipv6CidrBlocks")));
    }

    /** Rules of a security group that stand alone and name one address block. */
    static RuleStyle ofOne(Shape shape) {
        return new RuleStyle(
                shape.text("ipProtocol"),
                shape.integer("fromPort"),
                shape.integer("toPort"),
                List.of(shape.text("cidrIpv4"), shape.text("cidrIpv6")),
                List.of());
    }

    /** Rules of a list that guards a subnet; they name one address block. */
    static RuleStyle ofAcl(Shape shape) {
        return new RuleStyle(
                shape.text("protocol"),
                shape.integer("fromPort"),
                shape.integer("toPort"),
                List.of(shape.text("cidrBlock"), shape.text("ipv6CidrBlock")),
                List.of());
    }

    /** The same, of which other peers than address blocks count as well. */
    RuleStyle with(List<Property<String>> others, List<Property<List<String>>> otherLists) {
        return new RuleStyle(
                protocol,
                first,
                last,
                Stream.concat(peers.stream(), others.stream()).toList(),
                Stream.concat(peerLists.stream(), otherLists.stream()).toList());
    }

    /** The ports that a rule is about; none where its protocol has no ports. */
    Optional<PortRange> ports(Properties rule) {
        String name = rule.get(protocol).orElse("-1");
        if (ALL_PROTOCOLS.contains(name)) {
            return Optional.of(PortRange.ALL);
        }
        return PROTOCOLS_WITH_PORTS.contains(name)
                ? Optional.of(new PortRange(
                        rule.get(first).orElse(PortRange.ALL.first()),
                        rule.get(last).orElse(PortRange.ALL.last())))
                : Optional.empty();
    }

    /** Whether a rule is about every address of the internet. */
    boolean isForAnybody(Properties rule) {
        return peers(rule).anyMatch(peer -> peer.endsWith(EVERY_ADDRESS));
    }

    /** What a rule lets through, a text for each peer that it names; equal texts mean the same. */
    Stream<String> ways(Properties rule) {
        String ports = ports(rule).map(PortRange::toString).orElse("-");
        String name = rule.get(protocol).orElse("-1");
        return peers(rule).map(peer -> "%s %s %s".formatted(name, ports, peer));
    }

    private Stream<String> peers(Properties rule) {
        return Stream.concat(
                peers.stream().flatMap(peer -> rule.get(peer).stream()),
                peerLists.stream().flatMap(list -> rule.get(list).orElse(List.of()).stream()));
    }
}
