package dev.plinth.infra.image;

import com.pulumi.core.Output;

/** What the API's image is made from. */
public record AppImageArgs(Registry registry, BuildContext context, Output<String> keyArn) {}
