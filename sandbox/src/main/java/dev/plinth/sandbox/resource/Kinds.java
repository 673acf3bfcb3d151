package dev.plinth.sandbox.resource;

import dev.plinth.sandbox.schema.ResourceSchema;
import dev.plinth.sandbox.state.Urn;

/** Finds what a type's resources do. */
public interface Kinds {
    /** The declaration of a resource's type; one that no SDK has is refused by name. */
    ResourceSchema schema(Urn urn);

    /** What its resources do. */
    Kind of(String token);
}
