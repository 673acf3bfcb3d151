package dev.plinth.policy;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What a component of a rule's configuration means, and the range that it has to be in. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Described {
    /** What it means, in which unit, as a clause without a full stop. */
    String value();

    /** The least number that is allowed, for numbers only. */
    double min() default Double.NEGATIVE_INFINITY;

    /** The greatest number that is allowed, for numbers only. */
    double max() default Double.POSITIVE_INFINITY;
}
