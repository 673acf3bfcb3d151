package dev.plinth.sandbox.aws;

import dev.plinth.sandbox.diff.ReplaceRules;
import dev.plinth.sandbox.resource.Desired;
import dev.plinth.sandbox.resource.Kind;
import dev.plinth.sandbox.resource.NameSeed;
import dev.plinth.sandbox.resource.SandboxException;
import dev.plinth.sandbox.state.StoredResource;
import dev.plinth.sandbox.value.Value.Fields;

/** An AWS resource that nothing runs for: named, identified, and with the outputs that follow from that. */
class AwsKind implements Kind {

    @Override
    public Fields complete(Desired desired, Fields before, NameSeed seed) {
        return AwsNames.of(desired.schema())
                .map(naming -> naming.complete(desired, before, seed))
                .orElse(desired.inputs());
    }

    @Override
    public ReplaceRules replaceRules(Desired desired) {
        return AwsReplaceTable.of(desired.token());
    }

    @Override
    public boolean deletesBeforeReplace(Desired desired) {
        return AwsNames.of(desired.schema())
                .filter(naming -> naming.fixedIn(desired.inputs()))
                .isPresent();
    }

    @Override
    public String id(Desired desired) {
        return AwsIds.of(desired);
    }

    @Override
    public Fields computed(Desired desired, String id) {
        return AwsOutputs.of(desired, id);
    }

    @Override
    public void remove(StoredResource resource) {
        Protection.tell(resource);
    }

    /** A failure that names the resource's property. */
    static SandboxException refused(String property, String problem) {
        return new SandboxException(property + ": " + problem);
    }
}
