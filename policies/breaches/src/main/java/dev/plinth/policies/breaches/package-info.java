/**
 * A Pulumi program that breaks every rule of both packs once and keeps all others: a class for each package of rules,
 * with a method of the rule's name for each breach. It is only ever previewed.
 */
@NullMarked
package dev.plinth.policies.breaches;

import org.jspecify.annotations.NullMarked;
