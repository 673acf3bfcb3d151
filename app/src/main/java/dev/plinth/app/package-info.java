/** The Metrics Definition Library: reads its environment, wires the parts by constructor, starts and drains. */
@NullMarked
package dev.plinth.app;

import org.jspecify.annotations.NullMarked;
