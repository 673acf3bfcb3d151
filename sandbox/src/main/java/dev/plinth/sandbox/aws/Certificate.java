package dev.plinth.sandbox.aws;

import dev.plinth.sandbox.certificate.CertificateAuthority;
import dev.plinth.sandbox.disk.Disk;
import dev.plinth.sandbox.resource.Desired;
import dev.plinth.sandbox.resource.Hash;
import dev.plinth.sandbox.state.StoredResource;
import dev.plinth.sandbox.value.Properties;
import dev.plinth.sandbox.value.Value;
import dev.plinth.sandbox.value.Value.Fields;
import dev.plinth.sandbox.value.Value.Items;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A certificate, signed by the sandbox's own authority for its names and for this machine. */
final class Certificate extends AwsKind {
    private static final String FOLDER = "__folder";
    private static final int DIGITS = 32;
    private final CertificateAuthority authority;

    Certificate(Machinery machinery) {
        this.authority = machinery.authority();
    }

    @Override
    public Fields notes(Desired desired) {
        var folder = authority.certificateFile().resolveSibling("issued").resolve(desired.digits(DIGITS));
        return new Fields(Map.of(FOLDER, Value.text(folder.toString())));
    }

    @Override
    public Fields computed(Desired desired, String id) {
        return super.computed(desired, id)
                .withAll(new Fields(Map.of(
                        "status", Value.text("ISSUED"),
                        "type", Value.text("AMAZON_ISSUED"),
                        "renewalEligibility", Value.text("ELIGIBLE"),
                        "domainValidationOptions",
                                new Items(domains(desired).stream()
                                        .map(Certificate::proof)
                                        .toList()))));
    }

    @Override
    public Fields run(Desired desired, StoredResource resource, Optional<StoredResource> before) {
        var folder = folder(resource);
        if (!Files.exists(folder.resolve("certificate.pem"))) {
            var names = new ArrayList<>(domains(desired));
            names.addAll(List.of("localhost", "127.0.0.1"));
            authority.issue(folder, names);
        }
        return Fields.EMPTY;
    }

    @Override
    public void remove(StoredResource resource) {
        Disk.delete(folder(resource));
    }

    private static Path folder(StoredResource resource) {
        return Path.of(new Properties(resource.outputs()).text(FOLDER).orElseThrow());
    }

    private static List<String> domains(Desired desired) {
        var domains =
                new ArrayList<>(desired.properties().text("domainName").stream().toList());
        domains.addAll(desired.properties().texts("subjectAlternativeNames"));
        return domains.stream().distinct().toList();
    }

    /** The record that would prove the domain. */
    private static Value proof(String domain) {
        var plain = domain.replaceFirst("^\\*\\.", "");
        var hash = Hash.digits(plain, DIGITS);
        return new Fields(Map.of(
                "domainName", Value.text(domain),
                "resourceRecordName", Value.text("_%s.%s.".formatted(hash, plain)),
                "resourceRecordType", Value.text("CNAME"),
                "resourceRecordValue", Value.text("_%s.acm-validations.aws.".formatted(hash))));
    }
}
