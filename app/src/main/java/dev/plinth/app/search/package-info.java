/** Finding metrics by what people remember of them. */
@NullMarked
package dev.plinth.app.search;

import org.jspecify.annotations.NullMarked;
