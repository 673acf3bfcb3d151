package dev.plinth.sandbox.redis;

import java.util.Map;
import java.util.stream.Collectors;

/** What a node says of itself: whether it takes writes, whether it is in step with whom it follows, how far it is. */
record NodeState(boolean primary, boolean inStep, long offset) {
    /** The answer to INFO replication. */
    static NodeState parse(String info) {
        Map<String, String> said = info.lines()
                .map(line -> line.split(":", 2))
                .filter(parts -> parts.length == 2)
                .collect(Collectors.toMap(parts -> parts[0], parts -> parts[1], (first, second) -> first));
        boolean primary = said.getOrDefault("role", "").equals("master");
        String offset = said.getOrDefault(primary ? "master_repl_offset" : "slave_repl_offset", "0");
        return new NodeState(
                primary, said.getOrDefault("master_link_status", "").equals("up"), Long.parseLong(offset));
    }
}
