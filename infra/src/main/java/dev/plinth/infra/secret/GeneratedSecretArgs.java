package dev.plinth.infra.secret;

import java.util.Map;

/** What a generated secret is made from; the fields stand beside the password in the secret's JSON. */
public record GeneratedSecretArgs(String description, Map<String, String> fields, SecretPolicy policy) {

    public GeneratedSecretArgs {
        fields = Map.copyOf(fields);
    }
}
