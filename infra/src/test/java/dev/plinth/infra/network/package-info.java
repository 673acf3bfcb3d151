@NullMarked
package dev.plinth.infra.network;

import org.jspecify.annotations.NullMarked;
