package dev.plinth.ops.release;

import dev.plinth.ops.cloud.Cloud;
import dev.plinth.ops.engine.Outputs;
import dev.plinth.ops.environment.Selection;
import dev.plinth.ops.environment.Whereabouts;
import dev.plinth.ops.house.House;
import dev.plinth.ops.process.Interruption;
import dev.plinth.ops.release.HttpsTestRoute.Front;
import dev.plinth.ops.release.ReleaseDesk.Reach;
import dev.plinth.ops.sandbox.SandboxStatus;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Brings together what a release of one environment needs, and closes it again. */
record Workroom(House house, Reach reach, InstantSource clock, Interruption interruption) {
    private static final String MIGRATIONS = "app/src/main/resources/db/migration";
    /** Where the new version lies as its image will hold it. */
    private static final String VERSION = "app/target";

    /** The releases of an environment that is up. */
    record Opened(Releases releases, ReleaseStack stack, Cloud cloud, HttpsTestRoute route) implements AutoCloseable {
        @Override
        public void close() {
            route.close();
            cloud.close();
        }
    }

    Opened open(Selection selection, Teller teller, Predicate<ReleaseRecord> atWork) {
        var outputs = reach.runs().outputs(selection);
        var whereabouts = Whereabouts.of(outputs, selection.stack());
        var cloud = reach.clouds().open(reach.runs().place(selection, whereabouts));
        var surroundings = new CloudSurroundings(
                cloud, whereabouts, disk(selection, cloud, whereabouts), pods(selection, cloud, outputs));
        var stack = new EngineStack(reach.runs(), selection);
        var route = route(selection, outputs);
        var traffic = outputs.text("prometheusUrl")
                .<TrafficCounts>map(url -> new PrometheusCounts(new Prometheus(URI.create(url)), surroundings))
                .orElse(surroundings);
        var schema = new Schema(new Migrations(house.home().resolve(MIGRATIONS)), rehearsal(selection));
        var world = new World(stack, surroundings, traffic, route, surroundings, schema, pace());
        var store = new BucketStore(cloud.objects(whereabouts.text("/operationsBucket")));
        return new Opened(new Releases(world, new Records(store), teller, atWork), stack, cloud, route);
    }

    private Supplier<Space> disk(Selection selection, Cloud cloud, Whereabouts whereabouts) {
        return selection.sandboxed()
                ? new MachineDisk(house.stack(selection.stack()).sandbox())
                : new DatabaseDisk(cloud, whereabouts.text("/database/primary"), clock);
    }

    private Pods pods(Selection selection, Cloud cloud, Outputs outputs) {
        return selection.sandboxed()
                ? new SandboxPods(reach.runs(), selection)
                : new KubernetesPods(
                        () -> cloud.clusters().open(outputs.text("clusterName").orElseThrow()));
    }

    /** Of a real environment neither the database nor a copy of it can be reached from here: see decision 0175. */
    private Rehearsal rehearsal(Selection selection) {
        if (!selection.sandboxed()) {
            return new NoRehearsal();
        }
        var logs = house.stack(selection.stack()).logs();
        return new CopyRehearsal(
                work -> reach.scratch().with(selection, work),
                new SandboxPods(reach.runs(), selection)::program,
                new Processes(house.home().resolve(VERSION), logs, interruption));
    }

    private HttpsTestRoute route(Selection selection, Outputs outputs) {
        var url = URI.create(outputs.text("apiUrl").orElseThrow());
        var key = reach.runs().secret(selection, "testRouteKey");
        var known = reach.runs().sandbox(selection).flatMap(Workroom::front);
        return known.map(front -> new HttpsTestRoute(url, key, front)).orElseGet(() -> new HttpsTestRoute(url, key));
    }

    /** A sandbox answers at one address, whatever the domain, which nobody outside of it knows. */
    private static Optional<Front> front(SandboxStatus sandbox) {
        return sandbox.front().map(address -> new Front(address, sandbox.authority()));
    }

    private Pace pace() {
        return new Pace() {
            @Override
            public Instant now() {
                return clock.instant();
            }

            @Override
            public void pause(Duration duration) {
                interruption.pause(duration);
            }
        };
    }
}
