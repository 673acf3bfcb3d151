/**
 * Identities, keys and secrets: who may do what.
 *
 * <p>Four rules read the permissions of an identity. In the first preview of a stack such a document is often unknown: the
 * SDK sends it as one text, so a single ARN that only the deployment tells hides all of it. Then {@code iam-no-admin-star}
 * says once that it waits, and the other three have nothing to say; in the deployment itself all four judge.
 *
 * <p>Each statement is told by one rule. All actions are {@code iam-no-admin-star}'s; of what is less, IAM's dangerous
 * actions are {@code iam-no-escalation}'s, decryption is {@code iam-no-decrypt-all}'s, and all other services as a whole, or
 * everything but some, are {@code iam-no-service-star}'s.
 */
@NullMarked
package dev.plinth.policies.security.identity;

import org.jspecify.annotations.NullMarked;
