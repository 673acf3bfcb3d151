@NullMarked
package dev.plinth.ops.site;

import org.jspecify.annotations.NullMarked;
