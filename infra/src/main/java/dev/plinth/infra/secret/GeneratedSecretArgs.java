package dev.plinth.infra.secret;

import com.pulumi.core.Output;
import java.util.Map;

/** What a generated secret is made from; the fields stand beside the password in the secret's JSON. */
public record GeneratedSecretArgs(String description, Output<Map<String, String>> fields, SecretPolicy policy) {

    public GeneratedSecretArgs(String description, Map<String, String> fields, SecretPolicy policy) {
        this(description, Output.of(Map.copyOf(fields)), policy);
    }
}
