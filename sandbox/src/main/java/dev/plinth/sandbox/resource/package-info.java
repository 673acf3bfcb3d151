/** What a resource does over its life, apart from any protocol: named, computed, created, updated, deleted. */
@NullMarked
package dev.plinth.sandbox.resource;

import org.jspecify.annotations.NullMarked;
