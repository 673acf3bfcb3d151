/** The parts of the business that things belong to, as a tree, and who may change what is in them. */
@NullMarked
package dev.plinth.app.domains;

import org.jspecify.annotations.NullMarked;
