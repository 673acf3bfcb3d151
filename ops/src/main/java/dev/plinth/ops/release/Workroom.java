package dev.plinth.ops.release;

import dev.plinth.ops.cloud.Cloud;
import dev.plinth.ops.cloud.Clouds;
import dev.plinth.ops.engine.Outputs;
import dev.plinth.ops.environment.Selection;
import dev.plinth.ops.environment.StackRuns;
import dev.plinth.ops.environment.Whereabouts;
import dev.plinth.ops.house.House;
import dev.plinth.ops.process.Interruption;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Predicate;

/** Brings together what a release of one environment needs, and closes it again. */
record Workroom(House house, StackRuns runs, Clouds clouds, InstantSource clock, Interruption interruption) {
    private static final String MIGRATIONS = "app/src/main/resources/db/migration";

    /** The releases of an environment that is up. */
    record Opened(Releases releases, ReleaseStack stack, Cloud cloud, HttpsTestRoute route) implements AutoCloseable {
        @Override
        public void close() {
            route.close();
            cloud.close();
        }
    }

    Opened open(Selection selection, Teller teller, Predicate<ReleaseRecord> atWork) {
        var outputs = runs.outputs(selection);
        var whereabouts = Whereabouts.of(outputs, selection.stack());
        var cloud = clouds.open(runs.place(selection, whereabouts));
        var surroundings = new CloudSurroundings(cloud, whereabouts);
        var stack = new EngineStack(runs, selection);
        var route = route(selection, outputs);
        var migrations = new Migrations(house.home().resolve(MIGRATIONS));
        var world = new World(stack, surroundings, surroundings, route, surroundings, migrations, pace());
        var store = new BucketStore(cloud.objects(whereabouts.text("/operationsBucket")));
        return new Opened(new Releases(world, new Records(store), teller, atWork), stack, cloud, route);
    }

    private HttpsTestRoute route(Selection selection, Outputs outputs) {
        var url = outputs.text("apiUrl").orElseThrow();
        var authority = runs.authority(selection);
        return new HttpsTestRoute(URI.create(url), runs.secret(selection, "testRouteKey"), authority);
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
