@org.jspecify.annotations.NullMarked
package dev.plinth.infra.delivery;
