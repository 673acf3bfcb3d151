package dev.plinth.infra.edge;

import com.pulumi.aws.acm.CertificateArgs;
import com.pulumi.aws.acm.CertificateValidation;
import com.pulumi.aws.acm.CertificateValidationArgs;
import com.pulumi.aws.acm.outputs.CertificateDomainValidationOption;
import com.pulumi.aws.route53.Record;
import com.pulumi.aws.route53.RecordArgs;
import com.pulumi.core.Either;
import com.pulumi.core.Output;
import com.pulumi.exceptions.RunException;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.CustomResourceOptions;
import dev.plinth.infra.component.Scope;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** A TLS certificate that renews itself, proven by a record in the domain's hosted zone if it has one. */
final class Certificate extends ComponentResource {
    private static final int TTL_SECONDS = 300;

    private final Output<String> arn;

    Certificate(String name, Domain domain, Scope scope) {
        super("plinth:edge:Certificate", name, scope.options());
        var certificate = new com.pulumi.aws.acm.Certificate(
                name,
                CertificateArgs.builder()
                        .domainName(domain.name())
                        .validationMethod("DNS")
                        .tags(scope.tags(name))
                        .build(),
                CustomResourceOptions.builder().parent(this).build());
        this.arn = switch (domain) {
            case Domain.Unnamed() -> certificate.arn();
            case Domain.Hosted hosted -> validated(name, certificate, hosted);
        };
        registerOutputs(Map.of("arn", arn));
    }

    /** Of a certificate that can be used: validated, where there is a zone to do so. */
    Output<String> arn() {
        return arn;
    }

    private Output<String> validated(String name, com.pulumi.aws.acm.Certificate certificate, Domain.Hosted domain) {
        var child = CustomResourceOptions.builder().parent(this).build();
        var proof = new Record(
                name + "-validation",
                RecordArgs.builder()
                        .zoneId(domain.zoneId())
                        .name(option(certificate, CertificateDomainValidationOption::resourceRecordName))
                        .type(option(certificate, CertificateDomainValidationOption::resourceRecordType)
                                .applyValue(Either::ofLeft))
                        .records(option(certificate, CertificateDomainValidationOption::resourceRecordValue)
                                .applyValue(List::of))
                        .ttl(TTL_SECONDS)
                        .allowOverwrite(true)
                        .build(),
                child);
        return new CertificateValidation(
                        name,
                        CertificateValidationArgs.builder()
                                .certificateArn(certificate.arn())
                                .validationRecordFqdns(proof.fqdn().applyValue(List::of))
                                .build(),
                        child)
                .certificateArn();
    }

    /** The certificate has one name, so there is one option. */
    private static Output<String> option(
            com.pulumi.aws.acm.Certificate certificate,
            Function<CertificateDomainValidationOption, Optional<String>> field) {
        return certificate
                .domainValidationOptions()
                .applyValue(options -> options.stream()
                        .findFirst()
                        .flatMap(field)
                        .orElseThrow(() -> new RunException(
                                "AWS has not said yet by which record it will validate the certificate."
                                        + " Run the same command again.")));
    }
}
