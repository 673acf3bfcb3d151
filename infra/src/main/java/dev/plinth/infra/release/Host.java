package dev.plinth.infra.release;

import com.pulumi.core.Output;
import dev.plinth.infra.network.Cidr;

/**
 * What the API finds where it runs.
 *
 * @param addresses of the network that its load balancer and its stores are in
 * @param secretsOperatorRoleArn who External Secrets is in AWS
 * @param secretsKeyArn the key that the secrets are encrypted with
 * @param priority the priority class of pods that answer users
 */
public record Host(
        Cidr addresses, Output<String> secretsOperatorRoleArn, Output<String> secretsKeyArn, Output<String> priority) {}
