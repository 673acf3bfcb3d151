@NullMarked
package dev.plinth.infra.audit;

import org.jspecify.annotations.NullMarked;
