package dev.plinth.policy.kubernetes;

import dev.plinth.policy.Judgement;
import dev.plinth.policy.ObjectProperty;
import dev.plinth.policy.Properties;
import dev.plinth.policy.Property;
import dev.plinth.policy.Shape;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** A container of a pod: one that does its work, one that prepares it, or one that was added to look into it. */
public final class Container {
    /** What a container can have, whichever it is. */
    public static final Shape SHAPE = Shape.together(
            PodSpec.CONTAINERS.fields(), PodSpec.INIT_CONTAINERS.fields(), PodSpec.EPHEMERAL_CONTAINERS.fields());

    /** What it may do; where it does not say, the pod may. */
    public static final ObjectProperty<Properties> SECURITY = SHAPE.object("securityContext");

    /** What both a container and its pod can say of what the container may do, see {@link #inherited}. */
    public static final Shape SHARED_SECURITY = Shape.together(SECURITY.fields(), PodSpec.SECURITY.fields());

    private static final Property<String> NAME = SHAPE.text("name");

    /** What a container is for. */
    public enum Kind {
        /** It does the work. */
        MAIN("a", "container"),
        /** It runs before the others. */
        INIT("an", "init container"),
        /** It was added to a pod that runs. */
        EPHEMERAL("an", "ephemeral container");

        private final String article;
        private final String title;

        Kind(String article, String title) {
            this.article = article;
            this.title = title;
        }
    }

    private final Kind kind;
    private final Properties properties;
    private final PodSpec pod;

    Container(Kind kind, Properties properties, PodSpec pod) {
        this.kind = kind;
        this.properties = properties;
        this.pod = pod;
    }

    /** What it is for. */
    public Kind kind() {
        return kind;
    }

    /** The pod that it is part of. */
    public PodSpec pod() {
        return pod;
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

    /** Its properties, for a patch of a list in it. */
    public Properties properties() {
        return properties;
    }

    /** What its own security context says. */
    public <T> Optional<T> security(Property<T> property) {
        return get(SECURITY).flatMap(context -> context.get(property));
    }

    /** What holds for it: what its own security context says, or else the pod's. */
    public <T> Optional<T> inherited(Property<T> property) {
        return security(property).or(() -> pod.security(property));
    }

    /** How people call it, such as "init container migrate". */
    public String title() {
        String unnamed = kind.article + " " + kind.title;
        return isUnknown(NAME)
                ? unnamed
                : get(NAME).map(name -> kind.title + " " + name).orElse(unnamed);
    }
}
