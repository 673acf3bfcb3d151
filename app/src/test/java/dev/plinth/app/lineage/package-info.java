@NullMarked
package dev.plinth.app.lineage;

import org.jspecify.annotations.NullMarked;
