package dev.plinth.policy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a user can set of a rule, as a record; its components are the names, and their values in the given record the
 * defaults. A component may be a boolean, an int, a long, a double, a String, a date, an enum, a record of such or a list
 * of them; in a list of records every component has to be set. An enum's constant is written in small letters with
 * hyphens. {@link Described} says what a component means and limits a number; what a record's constructor refuses is a
 * mistake of the user.
 */
public final class RuleConfig<C extends Record> {
    private final C defaults;
    private final ConfigFields fields;

    private RuleConfig(C defaults) {
        this.defaults = defaults;
        this.fields = ConfigFields.of(defaults.getClass(), Optional.of(defaults));
    }

    /** The configuration that holds as long as the user sets nothing. */
    public static <C extends Record> RuleConfig<C> of(C defaults) {
        return new RuleConfig<>(defaults);
    }

    /** What holds as long as the user sets nothing. */
    public C defaults() {
        return defaults;
    }

    /** The JSON schema of each name, in the order of the record, with its default. */
    public Map<String, Object> schema() {
        return Collections.unmodifiableMap(fields.properties());
    }

    /** Everything that is wrong with these values, each with its path and what was expected. */
    List<String> mistakes(String rule, Map<String, Object> values) {
        var mistakes = new ArrayList<String>();
        Object ignored = fields.read(rule, values, mistakes);
        return mistakes;
    }

    /** The record of these values and the defaults of all others; throws if a value does not fit. */
    C read(Map<String, Object> values) {
        if (values.isEmpty()) {
            return defaults;
        }
        var mistakes = new ArrayList<String>();
        @SuppressWarnings("unchecked")
        C record = (C) fields.read("configuration", values, mistakes);
        if (record == null) {
            throw new PolicyPackException(String.join("\n", mistakes));
        }
        return record;
    }
}
