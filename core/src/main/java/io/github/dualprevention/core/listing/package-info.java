/**
 * The supervised listing of hazards (挂牌督办) as a jurisdiction has it.
 *
 * <p>A {@link io.github.dualprevention.core.listing.ListingProfile} names the {@link
 * io.github.dualprevention.core.listing.ListingLevel}s at which hazards are listed, and for some
 * {@link io.github.dualprevention.core.listing.ListingLimit}s how long they are; a {@link
 * io.github.dualprevention.core.listing.DueDay} is what comes of a limit, counted in working days
 * where the profile says so. What a jurisdiction does not limit has no due day.
 */
@NullMarked
package io.github.dualprevention.core.listing;

import org.jspecify.annotations.NullMarked;
