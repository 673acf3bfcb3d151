package dev.plinth.policies.breaches;

import com.pulumi.aws.kms.KeyArgs;
import com.pulumi.resources.CustomResourceOptions;

/** Things that break no rule, for what needs them, and the options of what holds data. */
final class Sound {
    static final String KEY_ARN = "arn:aws:kms:eu-central-1:111122223333:key/11111111-2222-3333-4444-555555555555";

    private Sound() {}

    /** The options of what holds data. */
    static CustomResourceOptions keeping() {
        return CustomResourceOptions.builder().protect(true).build();
    }

    /** A key that breaks no rule. */
    static KeyArgs.Builder key() {
        return KeyArgs.builder()
                .description("A key")
                .enableKeyRotation(true)
                .deletionWindowInDays(30)
                .policy("""
                        {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "kms:*", "Resource": "*",
                         "Principal": {"AWS": "arn:aws:iam::111122223333:root"}}]}""");
    }
}
