package dev.plinth.sandbox.aws;

import dev.plinth.sandbox.value.Value;
import dev.plinth.sandbox.value.Value.Fields;
import dev.plinth.sandbox.value.Value.Items;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Outputs by path, such as identities.0.issuer; what the inputs hold around such a place is kept. */
final class Paths {
    private final Fields inputs;
    private final Map<String, Value> outputs = new TreeMap<>();

    Paths(Fields inputs) {
        this.inputs = inputs;
    }

    void put(String path, Value value) {
        var names = Arrays.asList(path.split("\\.", -1));
        var top = names.getFirst();
        var around =
                outputs.containsKey(top) ? outputs.get(top) : inputs.find(top).orElse(Fields.EMPTY);
        outputs.put(top, within(around, names.subList(1, names.size()), value));
    }

    Fields fields() {
        return new Fields(outputs);
    }

    private static Value within(Value around, List<String> path, Value value) {
        if (path.isEmpty()) {
            return value;
        }
        var name = path.getFirst();
        var rest = path.subList(1, path.size());
        if (name.chars().allMatch(Character::isDigit)) {
            return item(
                    around.bare() instanceof Items items ? items.items() : List.of(),
                    Integer.parseInt(name),
                    rest,
                    value);
        }
        var fields = around.bare() instanceof Fields known ? known : Fields.EMPTY;
        return fields.with(name, within(fields.find(name).orElse(Fields.EMPTY), rest, value));
    }

    private static Items item(List<Value> items, int index, List<String> rest, Value value) {
        var all = new ArrayList<>(items);
        while (all.size() <= index) {
            all.add(Fields.EMPTY);
        }
        all.set(index, within(all.get(index), rest, value));
        return new Items(all);
    }
}
