package dev.plinth.sandbox.diff;

import dev.plinth.sandbox.diff.Change.Sort;
import dev.plinth.sandbox.value.Value;
import dev.plinth.sandbox.value.Value.Fields;
import dev.plinth.sandbox.value.Value.Items;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Finds the inputs that changed, down to the leaf; outputs take no part, so an unchanged program has no changes. */
public final class InputDiff {
    private static final Pattern PLAIN_NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");
    private final ReplaceRules rules;
    private final List<Change> changes = new ArrayList<>();

    private InputDiff(ReplaceRules rules) {
        this.rules = rules;
    }

    /** All changes from old to new inputs of a resource whose replacing properties are given. */
    public static List<Change> between(Fields before, Fields after, ReplaceRules rules) {
        var diff = new InputDiff(rules);
        diff.fields("", "", (Fields) before.bare(), (Fields) after.bare());
        return List.copyOf(diff.changes);
    }

    private void fields(String path, String rulePath, Fields before, Fields after) {
        var names = new TreeSet<>(before.entries().keySet());
        names.addAll(after.entries().keySet());
        // Names with two underscores are notes of the provider, not of the program.
        names.removeIf(name -> name.startsWith("__"));
        for (var name : names) {
            value(member(path, name), join(rulePath, name), before.find(name), after.find(name));
        }
    }

    private void value(String path, String rulePath, Optional<Value> before, Optional<Value> after) {
        if (before.isEmpty() && after.isEmpty()) {
            return;
        }
        if (before.isEmpty()) {
            add(path, rulePath, Sort.ADD);
        } else if (after.isEmpty()) {
            add(path, rulePath, Sort.DELETE);
        } else {
            both(path, rulePath, before.get(), after.get());
        }
    }

    private void both(String path, String rulePath, Value before, Value after) {
        if (before instanceof Fields old && after instanceof Fields now) {
            fields(path, rulePath, old, now);
        } else if (before instanceof Items old && after instanceof Items now) {
            items(path, rulePath, old.items(), now.items());
        } else if (!before.equals(after) || !after.known()) {
            add(path, rulePath, Sort.UPDATE);
        }
    }

    private void items(String path, String rulePath, List<Value> before, List<Value> after) {
        for (int index = 0; index < Math.max(before.size(), after.size()); index++) {
            value(path + "[" + index + "]", rulePath, at(before, index), at(after, index));
        }
    }

    private void add(String path, String rulePath, Sort sort) {
        changes.add(new Change(path, sort, rules.replaces(rulePath)));
    }

    private static Optional<Value> at(List<Value> items, int index) {
        return index < items.size() ? Optional.of(items.get(index)) : Optional.empty();
    }

    private static String member(String path, String name) {
        if (!PLAIN_NAME.matcher(name).matches()) {
            return path + "[\"" + name.replace("\\", "\\\\").replace("\"", "\\\"") + "\"]";
        }
        return join(path, name);
    }

    private static String join(String path, String name) {
        return path.isEmpty() ? name : path + "." + name;
    }
}
