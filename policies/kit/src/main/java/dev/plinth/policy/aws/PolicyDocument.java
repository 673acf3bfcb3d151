package dev.plinth.policy.aws;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.function.Predicate;

/**
 * A policy in IAM's language: who may, or may not, do what. It is read from what {@code types.json("policy")} gives, and
 * tells what the text says: a denial in it, or in another policy, takes nothing from what it grants.
 */
public record PolicyDocument(List<PolicyStatement> statements) {
    public PolicyDocument {
        statements = List.copyOf(statements);
    }

    /** The statements of a document, be it one or a list; none if it has none. */
    public static PolicyDocument of(JsonNode document) {
        return new PolicyDocument(
                Elements.of(document, "Statement").map(PolicyStatement::of).toList());
    }

    /** The statements that allow something. */
    public List<PolicyStatement> allowing() {
        return statements.stream().filter(PolicyStatement::allows).toList();
    }

    /** The statements that deny something. */
    public List<PolicyStatement> denying() {
        return statements.stream()
                .filter(Predicate.not(PolicyStatement::allows))
                .toList();
    }

    /** The statements that allow an action such as {@code kms:Decrypt}, a whole service as {@code kms:*}, or all as {@code *}. */
    public Grants grants(String action) {
        return new Grants(allowing().stream()
                .filter(statement -> statement.actions().cover(action))
                .toList());
    }

    /** Whether anybody on earth is allowed something, with no condition that narrows who that is. */
    public boolean isPublic() {
        return allowing().stream().anyMatch(PolicyStatement::isPublic);
    }

    /** Whether everybody who comes without TLS is denied an action, or all of a service: {@code s3:*}. */
    public boolean demandsTls(String action) {
        return denying().stream()
                .filter(statement -> statement.principals().isEverybody())
                .filter(statement -> statement.actions().cover(action))
                .anyMatch(PolicyDocument::isAboutPlainTransport);
    }

    private static boolean isAboutPlainTransport(PolicyStatement statement) {
        // One more condition would leave a way without TLS.
        return statement.conditions().size() == 1
                && statement.conditions().getFirst().isFalse("aws:SecureTransport");
    }

    /** Statements that allow the same action. */
    public record Grants(List<PolicyStatement> statements) {
        public Grants {
            statements = List.copyOf(statements);
        }

        /** Whether one of them is about this resource; {@code *} stands for every resource. */
        public boolean on(String resource) {
            return statements.stream()
                    .anyMatch(statement -> statement.resources().cover(resource));
        }
    }
}
