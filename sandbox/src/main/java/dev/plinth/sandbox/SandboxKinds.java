package dev.plinth.sandbox;

import dev.plinth.sandbox.resource.Kind;
import dev.plinth.sandbox.resource.Kinds;
import dev.plinth.sandbox.resource.SandboxException;
import dev.plinth.sandbox.schema.ResourceSchema;
import dev.plinth.sandbox.schema.SdkSchema;
import dev.plinth.sandbox.state.Urn;
import java.util.Map;

/** The kinds of all types: a few of their own, and one for each package's rest. */
record SandboxKinds(SdkSchema sdks, Map<String, Kind> own, Map<String, Kind> rest) implements Kinds {

    @Override
    public ResourceSchema schema(Urn urn) {
        return sdks.find(urn.type())
                .orElseThrow(() -> new SandboxException(
                        "no resource type %s is in the pinned SDKs; check its spelling and the SDK's version"
                                .formatted(urn.type())));
    }

    @Override
    public Kind of(String token) {
        var kind = own.getOrDefault(token, rest.get(token.split(":", 2)[0]));
        if (kind == null) {
            throw new SandboxException("the sandbox serves aws, kubernetes and docker, not " + token);
        }
        return kind;
    }
}
