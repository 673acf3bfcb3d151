package dev.plinth.infra.secret;

import com.pulumi.core.Output;

/** How the environment keeps secrets: the key that encrypts them, and how long a deleted one can be brought back. */
public record SecretPolicy(Output<String> keyArn, int recoveryDays) {}
