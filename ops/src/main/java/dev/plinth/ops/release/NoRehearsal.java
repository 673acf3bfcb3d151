package dev.plinth.ops.release;

/** Where this machine reaches neither the private database nor a copy of it, nothing is claimed. */
final class NoRehearsal implements Rehearsal {
    @Override
    public String play(Standing standing, Versions versions) {
        return "not tried on a copy, which this machine could not reach: judged by its statements, and by %s in verify"
                .formatted(standing.live());
    }
}
