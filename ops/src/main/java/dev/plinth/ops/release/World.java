package dev.plinth.ops.release;

/** All that a release touches. */
public record World(
        ReleaseStack stack,
        TargetHealth targets,
        TrafficCounts traffic,
        TestRoute route,
        Premises premises,
        Schema schema,
        Pace pace) {
    Migrations migrations() {
        return schema.migrations();
    }
}
