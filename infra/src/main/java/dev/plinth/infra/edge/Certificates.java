package dev.plinth.infra.edge;

import com.pulumi.aws.acm.Certificate;
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
import dev.plinth.infra.component.Place;
import dev.plinth.infra.component.Scope;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The domain's TLS certificates, which renew themselves: one for the load balancer and, where CloudFront looks for it,
 * one for the CDN. ACM asks for the same proof of both, so one record in DNS is enough.
 */
final class Certificates extends ComponentResource {
    private static final int TTL_SECONDS = 300;

    private final Scope scope;
    private final Output<String> home;
    private final Optional<Output<String>> global;

    /** The certificate of a name that is not in DNS, where nobody could prove it; the CDN brings its own. */
    Certificates(String name, Domain domain, Scope scope) {
        super("plinth:edge:Certificates", name, scope.options());
        this.scope = scope;
        this.home = certificate(name, domain, Place.HOME).arn();
        this.global = Optional.empty();
        registerOutputs(Map.of("home", home));
    }

    /** Both certificates, proven in the domain's zone. */
    Certificates(String name, Domain domain, Output<String> zoneId, Scope scope) {
        super("plinth:edge:Certificates", name, scope.options());
        this.scope = scope;
        var local = certificate(name, domain, Place.HOME);
        var proof = proof(name, local, zoneId);
        this.home = validated(name, local, proof, Place.HOME);
        var globalName = name + "-global";
        this.global =
                Optional.of(validated(globalName, certificate(globalName, domain, Place.GLOBAL), proof, Place.GLOBAL));
        registerOutputs(Map.of("home", home));
    }

    /** Of the certificate in the environment's region, once it can be used. */
    Output<String> home() {
        return home;
    }

    /** Of the certificate for the CDN, once it can be used. */
    Optional<Output<String>> global() {
        return global;
    }

    private Certificate certificate(String name, Domain domain, Place place) {
        var args = CertificateArgs.builder()
                .domainName(domain.name())
                .validationMethod("DNS")
                .tags(scope.tags(name))
                .build();
        return new Certificate(name, args, scope.childIn(place, this));
    }

    private Record proof(String name, Certificate certificate, Output<String> zoneId) {
        var args = RecordArgs.builder()
                .zoneId(zoneId)
                .name(option(certificate, CertificateDomainValidationOption::resourceRecordName))
                .type(option(certificate, CertificateDomainValidationOption::resourceRecordType)
                        .applyValue(Either::ofLeft))
                .records(option(certificate, CertificateDomainValidationOption::resourceRecordValue)
                        .applyValue(List::of))
                .ttl(TTL_SECONDS)
                .allowOverwrite(true)
                .build();
        return new Record(name + "-validation", args, scope.child(this));
    }

    private Output<String> validated(String name, Certificate certificate, Record proof, Place place) {
        var args = CertificateValidationArgs.builder()
                .certificateArn(certificate.arn())
                .validationRecordFqdns(proof.fqdn().applyValue(List::of))
                .build();
        return new CertificateValidation(name, args, scope.childIn(place, this)).certificateArn();
    }

    /** The certificate has one name, so there is one option. */
    private static Output<String> option(
            Certificate certificate, Function<CertificateDomainValidationOption, Optional<String>> field) {
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
