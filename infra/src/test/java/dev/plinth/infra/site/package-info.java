@NullMarked
package dev.plinth.infra.site;

import org.jspecify.annotations.NullMarked;
