/** Who may do what: IAM policies as typed statements, and the roles that AWS's services take on. */
@NullMarked
package dev.plinth.infra.access;

import org.jspecify.annotations.NullMarked;
