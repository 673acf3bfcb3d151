/** Kubernetes objects of kinds that controllers bring along. */
@NullMarked
package dev.plinth.infra.custom;

import org.jspecify.annotations.NullMarked;
