/**
 * Who answers: the enterprise, its organisation units and its posts.
 *
 * <p>An {@link io.github.dualprevention.core.organisation.Enterprise} is identified by its {@link
 * io.github.dualprevention.core.organisation.CreditCode}. {@link
 * io.github.dualprevention.core.organisation.OrganisationUnit}s form a tree below it, and each
 * {@link io.github.dualprevention.core.organisation.Post} belongs to one of them; an {@link
 * io.github.dualprevention.core.organisation.Organisation} proves that they fit together.
 */
@NullMarked
package io.github.dualprevention.core.organisation;

import org.jspecify.annotations.NullMarked;
