/** What rules about AWS have to read beyond properties: the JSON of IAM, which queues, keys and roles speak alike. */
@NullMarked
package dev.plinth.policy.aws;

import org.jspecify.annotations.NullMarked;
