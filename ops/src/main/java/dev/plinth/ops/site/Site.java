package dev.plinth.ops.site;

import dev.plinth.ops.Failure;
import dev.plinth.ops.cloud.Clouds;
import dev.plinth.ops.cloud.Objects;
import dev.plinth.ops.console.Console;
import dev.plinth.ops.engine.Outputs;
import dev.plinth.ops.environment.Confirmation;
import dev.plinth.ops.environment.Consent;
import dev.plinth.ops.environment.Selection;
import dev.plinth.ops.environment.StackRuns;
import dev.plinth.ops.process.Interruption;
import dev.plinth.ops.stack.ReleaseRequest;
import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Function;

/** Publishes the static site, tells of its releases, and goes back to an earlier one. */
public final class Site {
    private static final String PAGE = "index.html";
    private static final String PREVIOUS = "previous";

    private final StackRuns stacks;
    private final Surroundings surroundings;

    public Site(StackRuns stacks, Surroundings surroundings) {
        this.stacks = stacks;
        this.surroundings = surroundings;
    }

    /** What publishing needs beside the stack. */
    public record Surroundings(Clouds clouds, Console console, InstantSource clock, Interruption interruption) {}

    /** Which environment a command is about, what was said beforehand, and whether data is printed. */
    public record Order(Selection selection, Consent consent, boolean json) {}

    /** A stack's site as it is before a command changes it. */
    private record Scene(Order order, Outputs outputs, SiteStanding standing) {
        String stack() {
            return order.selection().stack();
        }
    }

    /** Puts the folder into the bucket as a release that never changes, and makes it live. */
    public void publish(Path folder, Optional<String> name, Order order) {
        name.ifPresent(SiteVersion::require);
        var site = SiteFolder.read(folder);
        var manifest = new SiteManifest(
                name.orElseGet(() -> SiteVersion.of(site.files())),
                surroundings.clock().instant(),
                site.files());
        var scene = scene(order);
        inBucket(scene, objects -> {
            var releases = new SiteReleases(objects);
            requireNew(releases, manifest.version());
            if (agreed(
                    scene,
                    manifest.version(),
                    "%d files of %s, %d bytes".formatted(manifest.files().size(), folder, manifest.bytes()))) {
                upload(releases, site, manifest);
                goLive(scene, ReleaseRequest.ofSite(manifest.version()), Optional.of(manifest));
            }
            return true;
        });
    }

    /** Makes a release live that is in the bucket; without a name the one that was live before. */
    public void rollBack(Optional<String> name, Order order) {
        name.ifPresent(SiteVersion::require);
        var scene = scene(order);
        var target = name.or(() -> scene.standing().past().stream().findFirst())
                .orElseThrow(() -> Failure.usage(
                        "no release of the site was live before %s"
                                .formatted(scene.standing().live().orElse("the first one")),
                        "see what there is with: plinth site list"));
        if (scene.standing().isLive(target)) {
            throw Failure.usage("%s is live already".formatted(target), "see the others with: plinth site list");
        }
        inBucket(scene, objects -> {
            var releases = new SiteReleases(objects);
            var manifest = releases.find(target);
            requireWhole(releases, target, manifest);
            if (agreed(scene, target, "as it lies in the bucket")) {
                goLive(scene, ReleaseRequest.ofSite(name.orElse(PREVIOUS)), manifest);
            }
            return true;
        });
    }

    /** Tells of every release in the bucket, the newest first. */
    public void list(Selection selection, boolean json) {
        var scene = scene(new Order(selection, new Consent(false, false, Optional.empty()), json));
        var found = inBucket(scene, objects -> new SiteReleases(objects).all());
        new SiteReport(surroundings.console()).list(scene.standing(), found, json);
    }

    private Scene scene(Order order) {
        var outputs = stacks.outputs(order.selection());
        return new Scene(order, outputs, SiteStanding.of(outputs));
    }

    private <T> T inBucket(Scene scene, Function<Objects, T> work) {
        var bucket = required(scene.outputs(), "siteBucket");
        try (var cloud = surroundings.clouds().open(stacks.place(scene.order().selection()))) {
            return work.apply(cloud.objects(bucket));
        }
    }

    private static void requireNew(SiteReleases releases, String version) {
        if (releases.find(version).isPresent()) {
            throw Failure.usage(
                    "the release %s is there already, and a release never changes".formatted(version),
                    "make it live with: plinth site rollback " + version,
                    "or publish under another name: --version NAME");
        }
    }

    /** One that was put there by other means has no list of its files, but it has files. */
    private static void requireWhole(SiteReleases releases, String version, Optional<SiteManifest> manifest) {
        if (manifest.isEmpty()
                && releases.all().stream().noneMatch(found -> found.version().equals(version))) {
            throw Failure.usage(
                    "there is no release %s in the bucket".formatted(version),
                    "see what there is with: plinth site list");
        }
    }

    private boolean agreed(Scene scene, String version, String what) {
        var console = surroundings.console();
        var screen = console.narration(scene.order().json());
        screen.line("site of %s: %s goes live (%s) in place of %s"
                .formatted(scene.stack(), version, what, scene.standing().live().orElse("nothing")));
        if (scene.order().consent().dryRun()) {
            screen.line("dry run: nothing was changed");
            return false;
        }
        Confirmation.obtain(
                console, scene.order().selection(), scene.order().consent(), "Make %s live?".formatted(version));
        return true;
    }

    private void upload(SiteReleases releases, SiteFolder site, SiteManifest manifest) {
        for (var file : site.files()) {
            surroundings.interruption().check();
            releases.upload(manifest.version(), file, site.content(file));
        }
        for (var file : site.files()) {
            surroundings.interruption().check();
            releases.verify(manifest.version(), file);
        }
        releases.complete(manifest);
    }

    private void goLive(Scene scene, ReleaseRequest request, Optional<SiteManifest> manifest) {
        var selection = scene.order().selection();
        stacks.update(selection, request);
        var standing = SiteStanding.of(stacks.outputs(selection));
        var front = new Front(
                URI.create(required(scene.outputs(), "apiUrl")),
                stacks.authority(selection),
                surroundings.interruption());
        var page = manifest.stream()
                .flatMap(known -> known.files().stream())
                .filter(file -> file.path().equals(PAGE))
                .findFirst()
                .filter(file -> front.canBeAsked());
        page.ifPresent(front::waitFor);
        new SiteReport(surroundings.console())
                .live(standing, front.address(), page.isPresent(), scene.order().json());
    }

    private static String required(Outputs outputs, String name) {
        return outputs.text(name)
                .orElseThrow(() -> Failure.failed(
                        "the environment has no output '%s': an older program made it".formatted(name),
                        "bring it up again with: plinth up STACK"));
    }
}
