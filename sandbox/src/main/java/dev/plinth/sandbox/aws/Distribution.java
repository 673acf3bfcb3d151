package dev.plinth.sandbox.aws;

import dev.plinth.sandbox.certificate.CertificateAuthority;
import dev.plinth.sandbox.check.Failure;
import dev.plinth.sandbox.disk.Disk;
import dev.plinth.sandbox.reconcile.DistributionPlan;
import dev.plinth.sandbox.resource.Desired;
import dev.plinth.sandbox.resource.MachineNames;
import dev.plinth.sandbox.state.StoredResource;
import dev.plinth.sandbox.value.Properties;
import dev.plinth.sandbox.value.Value;
import dev.plinth.sandbox.value.Value.Fields;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A CDN: a proxy process at localhost, which is also the name that it has. */
final class Distribution extends Balanced {
    private static final int DIGITS = 32;
    private final MachineNames names;
    private final CertificateAuthority authority;

    Distribution(Machinery machinery) {
        super(machinery.proxies());
        this.names = machinery.names();
        this.authority = machinery.authority();
    }

    @Override
    public List<Failure> check(Desired desired) {
        return DistributionCheck.of(desired.properties());
    }

    @Override
    public Fields notes(Desired desired) {
        var folder = authority.certificateFile().resolveSibling("issued").resolve(desired.digits(DIGITS));
        return names.claim(desired)
                .with(DistributionPlan.FOLDER, Value.text(folder.toString()))
                .with(
                        DistributionPlan.AUTHORITY,
                        Value.text(authority.certificateFile().toString()));
    }

    @Override
    public Fields run(Desired desired, StoredResource resource, Optional<StoredResource> before) {
        if (!Files.exists(folder(resource).resolve("certificate.pem"))) {
            var own = new ArrayList<>(List.of("localhost", "127.0.0.1"));
            own.addAll(desired.properties().texts("aliases"));
            authority.issue(folder(resource), own);
        }
        var machine = MachineNames.of(resource);
        proxies().start(machine);
        int port = proxies().port(machine, DistributionPlan.HTTPS).orElseThrow();
        return new Fields(Map.of("domainName", Value.text("localhost:" + port)));
    }

    @Override
    public void remove(StoredResource resource) {
        proxies().remove(MachineNames.of(resource));
        names.release(resource);
        Disk.delete(folder(resource));
    }

    private static Path folder(StoredResource resource) {
        return Path.of(
                new Properties(resource.outputs()).text(DistributionPlan.FOLDER).orElseThrow());
    }
}
