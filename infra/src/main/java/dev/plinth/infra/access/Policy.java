package dev.plinth.infra.access;

import com.pulumi.core.Output;
import java.util.HashSet;
import java.util.List;

/** A policy document: statements in the order in which they are written, always the same text for the same ones. */
public record Policy(List<Statement> statements) {

    public Policy {
        statements = List.copyOf(statements);
        var names = new HashSet<String>();
        for (var statement : statements) {
            if (!names.add(statement.sid())) {
                throw new IllegalArgumentException("two statements are called " + statement.sid());
            }
        }
    }

    public static Policy of(Statement... statements) {
        return new Policy(List.of(statements));
    }

    /** The document as AWS takes it. */
    public Output<String> json() {
        var values = statements.stream()
                .flatMap(statement -> statement.values().stream())
                .toList();
        return Output.all(values).applyValue(known -> PolicyDocument.json(statements, known));
    }
}
