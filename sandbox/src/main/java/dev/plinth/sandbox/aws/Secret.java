package dev.plinth.sandbox.aws;

import dev.plinth.sandbox.secret.Secrets;
import dev.plinth.sandbox.state.StoredResource;

/** A secret, which goes with every version that it got. */
final class Secret extends AwsKind {
    private final Secrets secrets;

    Secret(Machinery machinery) {
        this.secrets = new Secrets(machinery.state());
    }

    @Override
    public void remove(StoredResource resource) {
        super.remove(resource);
        secrets.forget(resource);
    }
}
