package dev.plinth.infra.cluster;

import com.pulumi.core.Output;
import java.util.List;

/**
 * What a secret reader is made from.
 *
 * @param namespace where the secrets are needed
 * @param operatorRoleArn who External Secrets is in AWS, with which it takes on the reader's
 * @param secretArns the secrets of Secrets Manager that may be read, and no others
 * @param keyArn the key that they are encrypted with
 */
public record SecretReaderArgs(
        Output<String> namespace,
        Output<String> operatorRoleArn,
        List<Output<String>> secretArns,
        Output<String> keyArn) {

    public SecretReaderArgs {
        secretArns = List.copyOf(secretArns);
    }
}
