package dev.plinth.policy;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * What a rule says of a resource: that it is kept, what is wrong, that the rule has to wait for a value, or why it has
 * nothing to say.
 */
public final class Judgement {
    private static final Judgement KEPT = new Judgement(List.of(), List.of(), Optional.empty());

    private final List<String> violations;
    private final List<String> waits;
    private final Optional<String> notApplicable;

    private Judgement(List<String> violations, List<String> waits, Optional<String> notApplicable) {
        this.violations = List.copyOf(violations);
        this.waits = List.copyOf(waits);
        this.notApplicable = notApplicable;
    }

    /** Nothing is wrong. */
    public static Judgement kept() {
        return KEPT;
    }

    /** This is wrong, as a clause whose subject is the resource: "is reachable from the internet". */
    public static Judgement violated(String clause) {
        return violated(List.of(clause));
    }

    /** All of this is wrong; nothing is if the list is empty. */
    public static Judgement violated(List<String> clauses) {
        return clauses.isEmpty() ? KEPT : new Judgement(clauses, List.of(), Optional.empty());
    }

    /** This is wrong if the condition holds, and nothing if not. */
    public static Judgement violatedIf(boolean condition, String clause) {
        return condition ? violated(clause) : KEPT;
    }

    /** The rule has nothing to say of this resource, as a clause whose subject is the rule: "is about PostgreSQL only". */
    public static Judgement notApplicable(String reason) {
        return new Judgement(List.of(), List.of(), Optional.of(reason));
    }

    /** Judges every part, also where another one has to wait for a value. */
    @SafeVarargs
    public static Judgement all(Supplier<Judgement>... parts) {
        var suppliers = new ArrayList<Supplier<Judgement>>();
        for (Supplier<Judgement> part : parts) {
            suppliers.add(part);
        }
        return each(suppliers, Supplier::get);
    }

    /** Judges every item, also where another one has to wait for a value. */
    public static <T> Judgement each(Collection<T> items, Function<T, Judgement> check) {
        var violations = new ArrayList<String>();
        var waits = new ArrayList<String>();
        var silent = new ArrayList<String>();
        for (T item : items) {
            Judgement part = attempt(() -> check.apply(item));
            violations.addAll(part.violations);
            waits.addAll(part.waits);
            part.notApplicable.ifPresent(silent::add);
        }
        boolean nothingToSay = !items.isEmpty() && silent.size() == items.size();
        return new Judgement(
                violations.stream().distinct().toList(),
                waits.stream().distinct().toList(),
                nothingToSay ? Optional.of(silent.getFirst()) : Optional.empty());
    }

    /** What is wrong; a violation counts even while other parts have to wait. */
    public List<String> violations() {
        return violations;
    }

    /** What the rule has to wait for, such as "policy is not known before the deployment". */
    public List<String> waits() {
        return waits;
    }

    /** Why the rule has nothing to say. */
    public Optional<String> reasonNotApplicable() {
        return notApplicable;
    }

    /** Judges, and takes an unknown value for something to wait for. */
    static Judgement attempt(Supplier<Judgement> check) {
        try {
            return check.get();
        } catch (UnknownValueException unknown) {
            return new Judgement(List.of(), List.of(unknown.getMessage()), Optional.empty());
        }
    }

    @Override
    public String toString() {
        return "violations %s, waits %s%s"
                .formatted(
                        violations,
                        waits,
                        notApplicable.map(", not applicable: "::concat).orElse(""));
    }
}
