package io.github.dualprevention.core.oversight;

import io.github.dualprevention.core.hazard.Hazard;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Finds hazards by what they are; beside the {@link
 * io.github.dualprevention.core.hazard.HazardStore}, which finds them by their ids alone.
 *
 * <p>What matches is what {@link HazardFilter#matches} says. Ids are ordered as {@link
 * String#compareTo} does it, by UTF-16 code units: a character beyond the basic plane, such as 𠮷,
 * comes before one from U+E000 to U+FFFF, unlike in an order by code points or by bytes of UTF-8.
 */
public interface HazardQueries {

  /**
   * Finds some of the hazards that match, in the order of their ids.
   *
   * <p>Whoever follows the pages to the end meets each hazard exactly once that matches all the
   * while, whatever is saved meanwhile.
   *
   * @param filter which hazards
   * @param page after which id, and how many at most
   * @return as many as match and fit; with a next page if and only if more match
   */
  HazardPage find(HazardFilter filter, PageRequest page);

  /**
   * Counts the hazards that match.
   *
   * @param filter which hazards
   * @return how many
   */
  long count(HazardFilter filter);

  /**
   * Every hazard that matches, page by page as they are taken.
   *
   * @param filter which hazards
   * @param size how many are fetched at once, 1 to 1,000
   * @return in the order of their ids
   */
  default Stream<Hazard> stream(HazardFilter filter, int size) {
    PageRequest first = PageRequest.first(size);
    return Stream.iterate(
            Optional.of(find(filter, first)),
            Optional::isPresent,
            page -> page.flatMap(HazardPage::next).map(last -> find(filter, first.after(last))))
        .flatMap(page -> page.stream().flatMap(found -> found.hazards().stream()));
  }
}
