/** What AWS resources do in the sandbox. */
@NullMarked
package dev.plinth.sandbox.aws;

import org.jspecify.annotations.NullMarked;
