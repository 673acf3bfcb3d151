package dev.plinth.sandbox.pod;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** The value of an environment variable: known beforehand, or a fact of the pod that gets it. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = EnvironmentValue.Literal.class, name = "literal"),
    @JsonSubTypes.Type(value = EnvironmentValue.PodAddress.class, name = "pod-address"),
    @JsonSubTypes.Type(value = EnvironmentValue.PodName.class, name = "pod-name")
})
public sealed interface EnvironmentValue {
    /** A value that the caller knows, from a secret, a config map or the manifest. */
    record Literal(String value) implements EnvironmentValue {
        /** Hides the value, which may be a secret. */
        @Override
        public String toString() {
            return "Literal";
        }
    }

    /** The field status.podIP. */
    record PodAddress() implements EnvironmentValue {}

    /** The field metadata.name. */
    record PodName() implements EnvironmentValue {}
}
