package dev.plinth.sandbox.resource;

import dev.plinth.sandbox.schema.ResourceSchema;
import dev.plinth.sandbox.state.Urn;
import dev.plinth.sandbox.value.Properties;
import dev.plinth.sandbox.value.Value.Fields;

/** A resource as the program wants it. */
public record Desired(Urn urn, ResourceSchema schema, int generation, Fields inputs, Settings settings) {
    /** The inputs, for reading. */
    public Properties properties() {
        return new Properties(inputs);
    }

    /** The type's token. */
    public String token() {
        return schema.token();
    }

    /** Hexadecimal digits that only this incarnation of this resource has, the same at every call. */
    public String digits(int count) {
        return Hash.digits(urn.value() + "#" + generation, count);
    }
}
