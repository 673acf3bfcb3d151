package dev.plinth.infra.access;

import com.pulumi.core.Output;
import dev.plinth.infra.component.Account;
import java.util.Arrays;
import java.util.List;

/**
 * What must hold for a statement to count.
 *
 * @param operator IAM's name of the comparison
 * @param key what is compared, such as {@code aws:SourceArn}
 * @param values one of them must fit; with a negated operator none may
 */
public record Condition(String operator, String key, List<Output<String>> values) {

    public Condition {
        values = List.copyOf(values);
        if (values.isEmpty()) {
            throw new IllegalArgumentException("a condition on %s compares with nothing".formatted(key));
        }
    }

    public static Condition is(String key, String... values) {
        return plain("StringEquals", key, values);
    }

    public static Condition is(String key, Output<String> value) {
        return new Condition("StringEquals", key, List.of(value));
    }

    public static Condition isNot(String key, String... values) {
        return plain("StringNotEquals", key, values);
    }

    /** With {@code *} and {@code ?} in the values. */
    public static Condition like(String key, String... values) {
        return plain("StringLike", key, values);
    }

    public static Condition like(String key, Output<String> value) {
        return new Condition("StringLike", key, List.of(value));
    }

    /** With {@code *} and {@code ?} in the parts of the ARNs. */
    public static Condition arnLike(String key, String... values) {
        return plain("ArnLike", key, values);
    }

    public static Condition arnLike(String key, Output<String> value) {
        return new Condition("ArnLike", key, List.of(value));
    }

    public static Condition bool(String key, boolean value) {
        return plain("Bool", key, String.valueOf(value));
    }

    /** Any other comparison by IAM's name for it, such as {@code NumericLessThan} or {@code Null}. */
    public static Condition plain(String operator, String key, String... values) {
        return new Condition(
                operator, key, Arrays.stream(values).map(Output::of).toList());
    }

    /** A service acts for this account, so that nobody else's resources can make it come here. */
    public static Condition actingFor(Account account) {
        return is("aws:SourceAccount", account.id());
    }
}
