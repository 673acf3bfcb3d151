/** The cloud that an environment is in: AWS, or the sandbox, which answers as AWS does. */
@NullMarked
package dev.plinth.ops.cloud;

import org.jspecify.annotations.NullMarked;
