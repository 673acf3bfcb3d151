/** The laptop cloud: Pulumi providers for aws, kubernetes and docker whose resources run on this machine. */
@NullMarked
package dev.plinth.sandbox;

import org.jspecify.annotations.NullMarked;
