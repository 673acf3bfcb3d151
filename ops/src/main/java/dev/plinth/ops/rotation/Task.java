package dev.plinth.ops.rotation;

import java.util.List;
import java.util.Optional;

/**
 * A rotation that was asked for.
 *
 * @param name as the command line calls the secret
 * @param pods those that hold it for as long as they run; nothing when none do
 * @param plan what will be done, a line each
 */
record Task(String name, KeptSecret secret, Server server, Optional<RestartedPods> pods, List<String> plan) {
    Task {
        plan = List.copyOf(plan);
    }

    Rotation rotation() {
        return new Rotation(secret, server, pods.<Holders>map(held -> held).orElse(Holders.NOBODY), Passwords::draw);
    }
}
