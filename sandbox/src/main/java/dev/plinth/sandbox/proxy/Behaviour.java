package dev.plinth.sandbox.proxy;

import java.util.List;

/** What a CDN does with the requests for some paths: first on the viewer's side, then on the origins'. */
public record Behaviour(Viewer viewer, Origins origins) {
    /**
     * The side of the one who asks.
     *
     * @param methods all others are refused
     * @param function the source of a program that sees each request first; empty for none
     * @param compress whether answers are compressed for those who take it
     */
    public record Viewer(
            List<String> methods, String function, boolean compress, List<ResponseHeader> headers, String rootObject) {
        public Viewer {
            methods = List.copyOf(methods);
            headers = List.copyOf(headers);
        }
    }

    /** The origins in the order in which they are asked, and the statuses for which the next one is. */
    public record Origins(List<String> names, List<Integer> failover, Forwarding forwarding) {
        public Origins {
            names = List.copyOf(names);
            failover = List.copyOf(failover);
        }
    }

    /** What of a request an origin gets to see; the host is among the headers. */
    public record Forwarding(boolean host, boolean headers, boolean cookies, boolean query) {}

    /** A header of answers; it is taken away when its value is empty, and without override the origin's own stays. */
    public record ResponseHeader(String name, String value, boolean override) {}
}
