package dev.plinth.sandbox.check;

import dev.plinth.sandbox.value.Value;
import java.util.ArrayList;
import java.util.List;

/** Walks all values of a resource and holds them against the table of formats. */
final class FormatCheck {
    private final String token;
    private final List<Failure> failures = new ArrayList<>();

    private FormatCheck(String token) {
        this.token = token;
    }

    static List<Failure> check(String token, Value.Fields inputs) {
        var check = new FormatCheck(token);
        inputs.entries().forEach((name, value) -> check.visit(name, name, value));
        return check.failures;
    }

    /** Paths of the table have no list indices; paths of failures have them. */
    private void visit(String path, String place, Value value) {
        switch (value) {
            case Value.Items items -> {
                for (int index = 0; index < items.items().size(); index++) {
                    visit(path, place + "[" + index + "]", items.items().get(index));
                }
            }
            case Value.Fields fields ->
                fields.entries().forEach((name, entry) -> visit(path + "." + name, place + "." + name, entry));
            case Value.Secret secret -> leaf(path, place, secret.value(), value);
            case Value.Text ignored -> leaf(path, place, value, value);
            case Value.Numeric ignored -> leaf(path, place, value, value);
            case Value.Output output -> visit(path, place, output.value());
            case Value.Null ignored -> {}
            case Value.Truth ignored -> {}
            case Value.Unknown ignored -> {}
            case Value.Asset ignored -> {}
            case Value.Archive ignored -> {}
            case Value.Reference ignored -> {}
        }
    }

    private void leaf(String path, String place, Value value, Value shown) {
        FormatTable.RULES.stream()
                .filter(rule ->
                        rule.appliesTo(token, path) && !rule.format().holds().test(value))
                .forEach(rule -> failures.add(new Failure(
                        place, "expected %s, found %s".formatted(rule.format().expected(), Found.described(shown)))));
    }
}
