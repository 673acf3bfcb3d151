@NullMarked
package dev.plinth.app.jobs;

import org.jspecify.annotations.NullMarked;
