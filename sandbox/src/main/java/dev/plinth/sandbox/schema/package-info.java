/** What the pinned SDKs declare: resource types, their inputs and their outputs, read from annotations. */
@NullMarked
package dev.plinth.sandbox.schema;

import org.jspecify.annotations.NullMarked;
