/** An environment's database: the server that takes its writes, and how one enters it. */
@NullMarked
package dev.plinth.ops.database;

import org.jspecify.annotations.NullMarked;
