/** What a preview says that there will be: every resource with its inputs. */
@NullMarked
package dev.plinth.ops.plan;

import org.jspecify.annotations.NullMarked;
