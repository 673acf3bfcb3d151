package dev.plinth.infra.cluster;

import dev.plinth.infra.network.Cidr;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** TCP connections that the pods of a namespace may take or make, though everything else is refused. */
public record Allowance(String name, Way way, Peer peer, List<Integer> ports) {
    /** All addresses there are. */
    public static final Cidr ANYWHERE = Cidr.parse("0.0.0.0/0");

    public Allowance {
        ports = List.copyOf(ports);
    }

    /** Whether connections come in or go out. */
    public enum Way {
        IN,
        OUT
    }

    /** The other side of a connection. */
    public sealed interface Peer {

        /** What is no pod: load balancers, databases, AWS's services. Security groups tell these apart further. */
        record Addresses(Cidr block) implements Peer {}

        /** Pods of a namespace that carry the labels; no label stands for all of them. */
        record Pods(String namespace, Map<String, String> labels) implements Peer {

            public Pods {
                labels = Map.copyOf(labels);
            }
        }
    }

    /** Connections that come in on the given ports of the pods. */
    public static Allowance in(String name, Peer from, Integer... ports) {
        return new Allowance(name, Way.IN, from, Arrays.asList(ports));
    }

    /** Connections that go out to the given ports of the other side. */
    public static Allowance out(String name, Peer to, Integer... ports) {
        return new Allowance(name, Way.OUT, to, Arrays.asList(ports));
    }
}
