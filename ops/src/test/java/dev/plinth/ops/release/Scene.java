package dev.plinth.ops.release;

import dev.plinth.ops.Failure;
import dev.plinth.ops.release.TargetHealth.Target;
import dev.plinth.ops.release.Terms.Limits;
import dev.plinth.ops.release.TestRoute.Reply;
import dev.plinth.ops.stack.ReleaseRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An environment in memory that is released to: blue is live with the image OLD, and green runs OLDER. */
final class Scene implements ReleaseStack, TargetHealth, TrafficCounts, TestRoute, Premises, Pace {
    static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
    static final Holder ADA = new Holder("ada", "desk", 1);
    static final Holder BOB = new Holder("bob", "laptop", 2);
    static final Terms TERMS = new Terms(
            Duration.ofSeconds(10), Duration.ofSeconds(20), new Limits(0.01, Duration.ofSeconds(1), 0.01, 10));

    /** Images as the stack names them. */
    static final String OLD = image("01d");

    static final String OLDER = image("01de");
    static final String NEW = image("0e");

    final MemoryStore store = new MemoryStore();
    final List<String> updates = new ArrayList<>();
    final List<String> said = new ArrayList<>();
    final Records records = new Records(store);
    final Map<Colour, String> states = new EnumMap<>(Map.of(Colour.BLUE, "healthy", Colour.GREEN, "healthy"));
    final Map<Colour, List<String>> operations =
            new EnumMap<>(Map.of(Colour.BLUE, List.of("read"), Colour.GREEN, List.of("read", "write")));
    Standing standing = new Standing(
            Colour.BLUE, Map.of(Colour.BLUE, 100, Colour.GREEN, 0), Map.of(Colour.BLUE, OLD, Colour.GREEN, OLDER));
    Counts counts = new Counts(1000, 0, 0, Optional.of(Duration.ofMillis(20)));
    List<Planned> planned = List.of(new Planned("kubernetes:apps/v1:Deployment", "api-green"));
    List<String> firing = List.of();
    Optional<Instant> restorable = Optional.of(NOON.minusSeconds(60));
    Optional<Instant> newestBackup = Optional.of(NOON.minusSeconds(3600));
    Space space = new Space("the disk", Optional.of(4L << 30), 1L << 30);
    Optional<String> atWork = Optional.empty();
    List<String> registry = List.of(OLD, OLDER, NEW);
    String account = "123456789012";
    String schema = "2";
    Map<String, String> starts = Map.of("api-green-0", "pid 7");
    Rehearsal rehearsal = new NoRehearsal();
    boolean unfinished;
    /** Every so many answers of green fail; 0 for none. */
    int leak;

    private int answers;
    boolean aliveEverywhere;
    Runnable onUpdate = () -> {};
    Runnable onPause = () -> {};
    private final Path migrations;
    private Instant now = NOON;

    Scene(Path folder) {
        this.migrations = folder;
        migration("V1__identity.sql", "create table app_user (id bigint);");
        migration("V2__domain.sql", "create table domain (id bigint);");
    }

    void migration(String name, String sql) {
        try {
            Files.writeString(migrations.resolve(name), sql);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    World world() {
        return new World(this, this, this, this, this, new Schema(new Migrations(migrations), rehearsal), this);
    }

    Releases releases() {
        return new Releases(world(), records, new Said(said), record -> aliveEverywhere);
    }

    ReleaseRecord start() {
        return releases().start(new Origin(ADA, "the new report", "c0ffee"), TERMS);
    }

    ReleaseRecord rollback() {
        var releases = releases();
        return releases.rollback(BOB, releases.reversible());
    }

    /** The words of a failed update. */
    void failUpdate(int number, String words) {
        onUpdate = () -> {
            if (updates.size() == number) {
                throw Failure.failed(words);
            }
        };
    }

    /** The process is stopped in this update, after the engine has done its work. */
    void dieAfterUpdate(int number) {
        onPause = () -> {
            if (updates.size() == number) {
                throw Failure.interrupted();
            }
        };
    }

    @Override
    public Standing standing() {
        return standing;
    }

    @Override
    public List<Planned> plan(ReleaseRequest request) {
        return planned;
    }

    @Override
    public void update(ReleaseRequest request) {
        updates.add(request.request().toString());
        onUpdate.run();
        var images = new EnumMap<>(standing.images());
        request.request().path("images").propertyStream().forEach(image -> images.put(colour(image.getKey()), NEW));
        var weights = new EnumMap<>(standing.weights());
        request.request()
                .path("weights")
                .propertyStream()
                .forEach(weight ->
                        weights.put(colour(weight.getKey()), weight.getValue().asInt()));
        var live = standing.live();
        if (request.request().has("live")) {
            live = colour(request.request().path("live").asText());
            weights.put(live, 100);
            weights.put(live.other(), 0);
        }
        standing = new Standing(live, weights, images);
    }

    @Override
    public boolean isUnfinished() {
        return unfinished;
    }

    @Override
    public List<Target> of(Colour colour) {
        var state = states.getOrDefault(colour, "none");
        return state.equals("none") ? List.of() : List.of(new Target("10.0.0.1:8080", state, ""));
    }

    @Override
    public Map<String, String> starts(Colour colour) {
        return starts;
    }

    @Override
    public Counts of(Colour colour, Instant from, Instant to) {
        return counts;
    }

    @Override
    public Reply get(Colour colour, String path) {
        if (path.equals("/openapi.json")) {
            var all = new StringBuilder("{\"info\":{\"version\":\"1.2.0\"},\"paths\":{");
            var names = operations.getOrDefault(colour, List.of());
            for (var name : names) {
                all.append("\"/%s\":{\"get\":{\"operationId\":\"%s\"}},".formatted(name, name));
            }
            return new Reply(200, "application/json", colour.toString(), all + "\"/last\":{}}}");
        }
        return path.equals("/api/v1/version")
                ? new Reply(
                        fails(colour) ? 503 : 200,
                        "application/json",
                        colour.toString(),
                        "{\"version\":\"1\",\"build\":\"abc\",\"schema\":\"%s\"}".formatted(schema))
                : new Reply(404, "application/problem+json", colour.toString(), "{}");
    }

    private boolean fails(Colour colour) {
        answers += colour == Colour.GREEN ? 1 : 0;
        var mute = states.getOrDefault(colour, "").equals("mute");
        return mute || (colour == Colour.GREEN && leak > 0 && answers % leak == 0);
    }

    @Override
    public String account() {
        return account;
    }

    @Override
    public String accountExpected() {
        return "123456789012";
    }

    @Override
    public Optional<Instant> restorable() {
        return restorable;
    }

    @Override
    public Optional<Instant> newestBackup() {
        return newestBackup;
    }

    @Override
    public Space space() {
        return space;
    }

    @Override
    public boolean holds(String image) {
        return registry.contains(image);
    }

    @Override
    public Optional<String> atWork() {
        return atWork;
    }

    @Override
    public List<String> alarms() {
        return firing;
    }

    @Override
    public Instant now() {
        return now;
    }

    @Override
    public void pause(Duration duration) {
        now = now.plus(duration);
        onPause.run();
    }

    private static String image(String digest) {
        return "api@sha256:" + digest + "0".repeat(64 - digest.length());
    }

    private static Colour colour(String name) {
        return Colour.parse(name).orElseThrow();
    }

    /** Remembers what was said of steps, in short. */
    private record Said(List<String> lines) implements Teller {
        @Override
        public void begins(Step step) {}

        @Override
        public void passed(StepRecord step) {
            lines.add(step.step() + " passed");
        }

        @Override
        public void failed(Step step, String reason, List<Measured> measured) {
            lines.add(step + " failed: " + reason);
        }

        @Override
        public void say(String text) {
            lines.add(text);
        }
    }
}
