package dev.plinth.ops.release;

import dev.plinth.ops.backup.NewestBackup;
import dev.plinth.ops.cloud.Cloud;
import dev.plinth.ops.cloud.TrafficCounts.Stretch;
import dev.plinth.ops.database.Database;
import dev.plinth.ops.environment.Whereabouts;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** What the cloud tells of an environment while it is released to. */
final class CloudSurroundings implements TargetHealth, TrafficCounts, Premises {
    private final Cloud cloud;
    private final Whereabouts whereabouts;
    private final Supplier<Space> disk;
    private final Pods pods;

    CloudSurroundings(Cloud cloud, Whereabouts whereabouts, Supplier<Space> disk, Pods pods) {
        this.cloud = cloud;
        this.whereabouts = whereabouts;
        this.disk = disk;
        this.pods = pods;
    }

    @Override
    public List<Target> of(Colour colour) {
        return cloud.targets().health(targetGroup(colour)).stream()
                .map(target -> new Target(target.id(), target.state(), target.reason()))
                .toList();
    }

    @Override
    public Map<String, String> starts(Colour colour) {
        return pods.starts(colour);
    }

    @Override
    public Counts of(Colour colour, Instant from, Instant to) {
        var stretch = new Stretch(whereabouts.text("/loadBalancerArn"), targetGroup(colour));
        var traffic = cloud.traffic().of(stretch, from, to);
        return new Counts(traffic.requests(), traffic.targetErrors(), traffic.loadBalancerErrors(), traffic.slow());
    }

    @Override
    public String account() {
        return cloud.account();
    }

    @Override
    public String accountExpected() {
        return whereabouts.text("/account/id");
    }

    @Override
    public Optional<Instant> restorable() {
        return cloud.databases()
                .server(new Database(whereabouts, cloud).primary())
                .restorable();
    }

    @Override
    public Optional<Instant> newestBackup() {
        return NewestBackup.of(cloud, whereabouts);
    }

    @Override
    public Space space() {
        return disk.get();
    }

    @Override
    public boolean holds(String image) {
        return cloud.images().holds(image);
    }

    @Override
    public List<String> alarms() {
        return cloud.alarms().firing(whereabouts.text("/title") + "-");
    }

    private String targetGroup(Colour colour) {
        return whereabouts.text("/targetGroupArns/" + colour);
    }
}
