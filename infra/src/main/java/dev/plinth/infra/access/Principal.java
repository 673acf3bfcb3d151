package dev.plinth.infra.access;

import com.pulumi.core.Output;

/** Somebody who calls AWS, as a policy of a resource or of a role names them. */
public record Principal(Kind kind, Output<String> id) {

    /** The kinds of principals in IAM's grammar, by their names there. */
    enum Kind {
        SERVICE("Service"),
        AWS("AWS"),
        FEDERATED("Federated");

        private final String awsName;

        Kind(String awsName) {
            this.awsName = awsName;
        }

        String awsName() {
            return awsName;
        }
    }

    /** A service of AWS by its domain, such as {@code logs.eu-central-1.amazonaws.com}. */
    public static Principal service(String domain) {
        return new Principal(Kind.SERVICE, Output.of(domain));
    }

    /** All of an account; which of its people and roles may really call is left to their own policies. */
    public static Principal account(String id) {
        return new Principal(Kind.AWS, Output.of("arn:aws:iam::%s:root".formatted(id)));
    }

    /** One role or user. */
    public static Principal identity(Output<String> arn) {
        return new Principal(Kind.AWS, arn);
    }

    /** Those whom an identity provider vouches for. */
    public static Principal federated(Output<String> providerArn) {
        return new Principal(Kind.FEDERATED, providerArn);
    }

    /** Everybody: only for denials, and for permissions whose conditions say who. */
    public static Principal everybody() {
        return new Principal(Kind.AWS, Output.of("*"));
    }
}
