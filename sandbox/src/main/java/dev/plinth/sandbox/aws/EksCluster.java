package dev.plinth.sandbox.aws;

import dev.plinth.sandbox.resource.Desired;
import dev.plinth.sandbox.value.Value;
import dev.plinth.sandbox.value.Value.Fields;
import dev.plinth.sandbox.value.Value.Items;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** A Kubernetes cluster: nothing runs for it, as pods are processes, but its authority is the sandbox's own. */
final class EksCluster extends AwsKind {
    private final Path authority;

    EksCluster(Machinery machinery) {
        this.authority = machinery.authority().certificateFile();
    }

    @Override
    public Fields computed(Desired desired, String id) {
        var certificate = new Fields(Map.of("data", Value.text(encoded())));
        return super.computed(desired, id)
                .with("certificateAuthority", certificate)
                .with("certificateAuthorities", new Items(List.of(certificate)));
    }

    private String encoded() {
        try {
            return Base64.getEncoder().encodeToString(Files.readAllBytes(authority));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + authority, e);
        }
    }
}
