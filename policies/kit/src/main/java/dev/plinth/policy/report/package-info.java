/** What packs say of a plan, as one model, and that model written as text, JSON, SARIF and JUnit XML. */
@NullMarked
package dev.plinth.policy.report;

import org.jspecify.annotations.NullMarked;
