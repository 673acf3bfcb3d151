package dev.plinth.sandbox.redis;

import dev.plinth.sandbox.machine.MachineState;
import dev.plinth.sandbox.machine.Machines;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.IntStream;

/** Keeps a group's writes going: finds out when its primary is gone, and who takes over. */
final class RedisFailover {
    private static final Logger LOG = Logger.getLogger(RedisFailover.class.getName());
    /** A living process may only be slow for so long. */
    private static final Duration SILENCE_MAX = Duration.ofSeconds(5);

    private static final Duration ALIGN_EVERY = Duration.ofSeconds(5);

    private final Machines machines;
    private final RedisNodes nodes;
    private final Map<String, Instant> heard = new ConcurrentHashMap<>();
    private final Map<String, Instant> aligned = new ConcurrentHashMap<>();

    RedisFailover(Machines machines, RedisNodes nodes) {
        this.machines = machines;
        this.nodes = nodes;
    }

    /** The node that is to take the writes from now on; empty while the primary does, or nobody can. */
    Optional<Integer> successor(Formation group) {
        String name = group.spec().name();
        var primary = nodes.state(group, group.primary());
        if (primary.filter(NodeState::primary).isPresent()) {
            heard.put(name, Instant.now());
            return Optional.empty();
        }
        boolean slow = primary.isEmpty()
                && lives(group.nodeName(group.primary()))
                && heard.computeIfAbsent(name, ignored -> Instant.now())
                        .plus(SILENCE_MAX)
                        .isAfter(Instant.now());
        return slow ? Optional.empty() : best(group);
    }

    /** The node that knows most; of several the primary, as after a restart of the computer, when nobody knows anything. */
    Optional<Integer> best(Formation group) {
        record Candidate(int index, long offset, boolean wasPrimary) {}
        return IntStream.range(0, group.size())
                .boxed()
                .flatMap(index -> nodes
                        .state(group, index)
                        .map(state -> new Candidate(index, state.offset(), index == group.primary()))
                        .stream())
                .max(Comparator.comparingLong(Candidate::offset).thenComparing(Candidate::wasPrimary))
                .map(Candidate::index);
    }

    /** Ends the following of the node that is to take the writes. */
    void lead(Formation group) throws IOException {
        nodes.ask(group, group.primary(), "REPLICAOF", "NO", "ONE");
        heard.put(group.spec().name(), Instant.now());
    }

    /** Whoever takes writes beside the primary, as it was away when another took over, follows from now on. */
    void align(Formation group) {
        var now = Instant.now();
        if (aligned.getOrDefault(group.spec().name(), Instant.EPOCH)
                .plus(ALIGN_EVERY)
                .isAfter(now)) {
            return;
        }
        aligned.put(group.spec().name(), now);
        IntStream.range(0, group.size())
                .filter(index -> index != group.primary())
                .filter(index ->
                        nodes.state(group, index).filter(NodeState::primary).isPresent())
                .forEach(index -> follow(group, index));
    }

    private void follow(Formation group, int index) {
        var entry = group.entry();
        try {
            nodes.ask(group, index, "REPLICAOF", entry.host(), String.valueOf(entry.port()));
        } catch (IOException e) {
            LOG.log(Level.INFO, e, () -> "%s does not follow yet".formatted(group.nodeName(index)));
        }
    }

    private boolean lives(String node) {
        return machines.find(node).stream().anyMatch(machine -> machine.state() == MachineState.RUNNING);
    }
}
