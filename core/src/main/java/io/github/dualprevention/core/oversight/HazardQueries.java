package io.github.dualprevention.core.oversight;

import io.github.dualprevention.core.hazard.HazardSummary;
import io.github.dualprevention.core.hazard.InMemoryHazardSummaryStore;
import io.github.dualprevention.core.journal.Ledger;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Finds the hazards of one enterprise by what they are, and gives their rows. {@link
 * HazardFilter#matches} says which hazards match.
 *
 * <p>Rows come in an order of the hazards' ids that is always the same; which one is the store's
 * choice.
 */
public interface HazardQueries {

  /**
   * The queries over the hazards of a ledger.
   *
   * @param ledger holds the stores
   * @return always the same one
   */
  static HazardQueries over(Ledger ledger) {
    return ledger.store(
        HazardQueries.class,
        memory -> new InMemoryHazardQueries(InMemoryHazardSummaryStore.in(memory)));
  }

  /**
   * Finds some of the hazards that match.
   *
   * <p>Pages that are followed to the end hold each hazard once that matches all the time, even if
   * hazards change meanwhile.
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
   * @return the rows, in the order of the pages
   */
  default Stream<HazardSummary> stream(HazardFilter filter, int size) {
    PageRequest first = PageRequest.first(size);
    return Stream.iterate(
            Optional.of(find(filter, first)),
            Optional::isPresent,
            page -> page.flatMap(HazardPage::next).map(last -> find(filter, first.after(last))))
        .flatMap(page -> page.stream().flatMap(found -> found.hazards().stream()));
  }
}
