@NullMarked
package dev.plinth.ops.report;

import org.jspecify.annotations.NullMarked;
