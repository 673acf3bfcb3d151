package dev.plinth.sandbox.check;

import dev.plinth.sandbox.schema.ResourceSchema;
import dev.plinth.sandbox.value.Value.Fields;
import java.util.ArrayList;
import java.util.List;

/** Checks all inputs of one resource against its SDK's declaration and against the formats that the cloud demands. */
public final class InputCheck {
    private InputCheck() {}

    /** Every fault, in order of the inputs' names; empty when the inputs are good. */
    public static List<Failure> check(ResourceSchema schema, Fields inputs) {
        var types = new TypeCheck();
        types.fields("", inputs, schema.inputs(), schema.token());
        var failures = new ArrayList<>(types.failures());
        failures.addAll(FormatCheck.check(schema.token(), inputs));
        return List.copyOf(failures);
    }
}
