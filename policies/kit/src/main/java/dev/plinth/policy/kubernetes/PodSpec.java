package dev.plinth.policy.kubernetes;

import dev.plinth.policy.Judgement;
import dev.plinth.policy.ObjectProperty;
import dev.plinth.policy.Patch;
import dev.plinth.policy.Properties;
import dev.plinth.policy.Property;
import dev.plinth.policy.Shape;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** What a workload says of its pods, wherever it stands in the workload. */
public final class PodSpec {
    /** What a pod can have, in every workload. */
    public static final Shape SHAPE = PodPath.podShape();

    /** What its containers may do, as far as they do not say so themselves. */
    public static final ObjectProperty<Properties> SECURITY = SHAPE.object("securityContext");

    static final ObjectProperty<List<Properties>> CONTAINERS = SHAPE.objects("containers");
    static final ObjectProperty<List<Properties>> INIT_CONTAINERS = SHAPE.objects("initContainers");
    static final ObjectProperty<List<Properties>> EPHEMERAL_CONTAINERS = SHAPE.objects("ephemeralContainers");

    private static final ObjectProperty<Properties> OS = SHAPE.object("os");
    private static final Property<String> OS_NAME = OS.fields().text("name");

    private final Properties properties;
    private final boolean patch;

    PodSpec(Properties properties, boolean patch) {
        this.properties = properties;
        this.patch = patch;
    }

    /** See {@link Properties#get}. */
    public <T> Optional<T> get(Property<T> property) {
        return properties.get(property);
    }

    /** See {@link Properties#has}. */
    public boolean has(Property<?> property) {
        return properties.has(property);
    }

    /** See {@link Properties#isUnknown}. */
    public boolean isUnknown(Property<?> property) {
        return properties.isUnknown(property);
    }

    /** See {@link Properties#each}. */
    public Judgement each(ObjectProperty<List<Properties>> property, Function<Properties, Judgement> check) {
        return properties.each(property, check);
    }

    /** What the pod's own security context says; a container may say otherwise. */
    public <T> Optional<T> security(Property<T> property) {
        return get(SECURITY).flatMap(context -> context.get(property));
    }

    /** Whether what is not said here may be said by the object that is patched. */
    public boolean isPatch() {
        return patch;
    }

    /** Whether it runs on Windows, which knows neither capabilities nor seccomp. */
    public boolean isWindows() {
        return get(OS).flatMap(os -> os.get(OS_NAME)).orElse("").equals("windows");
    }

    /** Judges every container, also where another one has to wait for a value. */
    public Judgement eachContainer(Function<Container, Judgement> check) {
        return Judgement.each(
                List.of(Container.Kind.values()),
                kind -> properties.each(list(kind), container -> check.apply(new Container(kind, container, this))));
    }

    /** Changes the containers, each as the function says. */
    public Patch patchContainers(Function<Container, Patch> change) {
        return Stream.of(Container.Kind.values())
                .map(kind -> Patch.insideEach(
                        properties, list(kind), container -> change.apply(new Container(kind, container, this))))
                .reduce(Patch.NONE, Patch::and);
    }

    private static ObjectProperty<List<Properties>> list(Container.Kind kind) {
        return switch (kind) {
            case MAIN -> CONTAINERS;
            case INIT -> INIT_CONTAINERS;
            case EPHEMERAL -> EPHEMERAL_CONTAINERS;
        };
    }
}
