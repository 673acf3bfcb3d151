package dev.plinth.ops.release;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The steps of a release, in their order. */
public enum Step {
    CHECKS("the environment is fit for a release"),
    IMAGE("the image can be built, and only the idle colour would change"),
    MIGRATION("the live version can live with the new schema"),
    DEPLOY("the idle colour gets the new version, without traffic"),
    VERIFY("the new version answers as it should, and the live one still does"),
    SHIFT_10("10 of 100 requests go to the new version", 10),
    SHIFT_50("50 of 100 requests go to the new version", 50),
    SHIFT_100("every request goes to the new version", 100),
    KEEP("the old version is kept warm for a rollback");

    private final String promise;
    private final int weight;

    Step(String promise) {
        this(promise, 0);
    }

    Step(String promise, int weight) {
        this.promise = promise;
        this.weight = weight;
    }

    /** The step by its name in a record. */
    public static Step parse(String name) {
        return valueOf(name.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    /** What holds once the step has passed. */
    public String promise() {
        return promise;
    }

    /** How many of a hundred requests the new version gets in this step; 0 when the step moves none. */
    public int weight() {
        return weight;
    }

    /** Tells whether the environment may be another one from this step on. */
    public boolean changesSomething() {
        return compareTo(DEPLOY) >= 0;
    }

    public Optional<Step> next() {
        return Arrays.stream(values()).filter(step -> step.compareTo(this) > 0).findFirst();
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
