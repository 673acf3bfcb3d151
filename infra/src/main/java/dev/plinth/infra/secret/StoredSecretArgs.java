package dev.plinth.infra.secret;

import com.pulumi.core.Output;
import java.util.Map;

/**
 * What a stored secret is made from.
 *
 * @param fields what stands beside the password in the secret's JSON
 * @param password the first one
 */
public record StoredSecretArgs(
        String description, Output<Map<String, String>> fields, Output<String> password, SecretPolicy policy) {}
