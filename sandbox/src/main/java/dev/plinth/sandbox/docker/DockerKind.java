package dev.plinth.sandbox.docker;

import dev.plinth.sandbox.resource.AutoName;
import dev.plinth.sandbox.resource.Desired;
import dev.plinth.sandbox.resource.Kind;
import dev.plinth.sandbox.resource.NameSeed;
import dev.plinth.sandbox.value.Value.Fields;

/** A Docker object that nothing runs for. */
class DockerKind implements Kind {
    private static final AutoName NAMING = new AutoName("name", 255, false);
    private static final int DIGITS = 64;

    @Override
    public Fields complete(Desired desired, Fields before, NameSeed seed) {
        var name = desired.schema().inputs().get("name");
        return name == null || name.required() ? desired.inputs() : NAMING.complete(desired, before, seed);
    }

    @Override
    public String id(Desired desired) {
        return desired.digits(DIGITS);
    }

    @Override
    public Fields computed(Desired desired, String id) {
        return Fields.EMPTY;
    }
}
