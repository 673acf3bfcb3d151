package dev.plinth.policy;

import java.util.List;
import java.util.Map;

/** A property's value as the engine knows it. A property that is not set has no value at all. */
public sealed interface Value {
    /** Set, to nothing. */
    record Nil() implements Value {}

    record Flag(boolean value) implements Value {}

    /** Every number: the protocol has no integers. */
    record Numeric(double value) implements Value {}

    record Text(String value) implements Value {}

    record Items(List<Value> values) implements Value {
        public Items {
            values = List.copyOf(values);
        }
    }

    record Fields(Map<String, Value> values) implements Value {
        public Fields {
            values = Map.copyOf(values);
        }
    }

    /** Set, to what only the deployment will tell. */
    record Unknown() implements Value {}

    /** A value that nobody may print. */
    record Secret(Value value) implements Value {
        @Override
        public String toString() {
            return "[secret]";
        }
    }

    /** The value without its mark of secrecy. */
    default Value revealed() {
        return this instanceof Secret secret ? secret.value().revealed() : this;
    }
}
