/** What the drills put before the app to make a bad version of it; it goes into a jar of its own. */
@NullMarked
package dev.plinth.checks.faults.badapp;

import org.jspecify.annotations.NullMarked;
