@NullMarked
package dev.plinth.app.audit;

import org.jspecify.annotations.NullMarked;
