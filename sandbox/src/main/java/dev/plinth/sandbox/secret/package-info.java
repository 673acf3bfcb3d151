/** AWS Secrets Manager as the sandbox has it: secrets that the program declares, and versions that came since. */
@NullMarked
package dev.plinth.sandbox.secret;

import org.jspecify.annotations.NullMarked;
