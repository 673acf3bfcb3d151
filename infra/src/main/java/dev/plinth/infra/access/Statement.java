package dev.plinth.infra.access;

import com.pulumi.core.Output;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;

/**
 * One statement of a policy: who may, or may not, do what with what, and when.
 *
 * @param sid its name within the policy: letters and digits
 * @param principals nobody in a policy that belongs to a role: there it is the role
 * @param resources nothing in the trust policy of a role: there it is the role
 * @param conditions all of them must hold
 */
public record Statement(
        String sid,
        Effect effect,
        List<Principal> principals,
        List<String> actions,
        List<Output<String>> resources,
        List<Condition> conditions) {

    public Statement {
        principals = List.copyOf(principals);
        actions = List.copyOf(actions);
        resources = List.copyOf(resources);
        conditions = List.copyOf(conditions);
        if (!sid.matches("[A-Za-z0-9]+")) {
            throw new IllegalArgumentException("a statement's name is letters and digits, found " + sid);
        }
        if (actions.isEmpty()) {
            throw new IllegalArgumentException("statement %s names no action".formatted(sid));
        }
        var compared = new HashSet<List<String>>();
        for (var condition : conditions) {
            // Two lists under one key are one list for IAM: "this and that" would silently become "this or that".
            if (!compared.add(List.of(condition.operator(), condition.key()))) {
                throw new IllegalArgumentException("statement %s compares %s twice".formatted(sid, condition.key()));
            }
        }
    }

    public static Statement allow(String sid, String... actions) {
        return new Statement(sid, Effect.ALLOW, List.of(), List.of(actions), List.of(), List.of());
    }

    public static Statement deny(String sid, String... actions) {
        return new Statement(sid, Effect.DENY, List.of(), List.of(actions), List.of(), List.of());
    }

    /** With these principals too. */
    public Statement to(Principal... others) {
        return new Statement(sid, effect, with(principals, List.of(others)), actions, resources, conditions);
    }

    /** On these resources too, by ARN. */
    public Statement on(String... arns) {
        return on(Arrays.stream(arns).map(Output::of).toList());
    }

    /** On this resource too, by ARN. */
    public Statement on(Output<String> arn) {
        return on(List.of(arn));
    }

    /** On these resources too, by ARN. */
    public Statement on(List<Output<String>> arns) {
        return new Statement(sid, effect, principals, actions, with(resources, arns), conditions);
    }

    /** Only when these conditions hold too. */
    public Statement when(Condition... others) {
        return new Statement(sid, effect, principals, actions, resources, with(conditions, List.of(others)));
    }

    private static <T> List<T> with(List<T> some, List<T> others) {
        return Stream.concat(some.stream(), others.stream()).toList();
    }

    /** All values that are known only later, in the order in which {@link PolicyDocument} takes them. */
    List<Output<String>> values() {
        var values = new ArrayList<Output<String>>();
        principals.forEach(principal -> values.add(principal.id()));
        values.addAll(resources);
        conditions.forEach(condition -> values.addAll(condition.values()));
        return values;
    }
}
