/** What a person or a script reads: text, colours, tables and JSON. */
@NullMarked
package dev.plinth.ops.console;

import org.jspecify.annotations.NullMarked;
