package io.github.dualprevention.core.oversight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.dualprevention.core.hazard.HazardSummary;
import io.github.dualprevention.core.hazard.InMemoryHazardSummaryStore;
import io.github.dualprevention.core.store.InMemoryUnitOfWork;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HazardQueriesTest {

  private final InMemoryHazardSummaryStore store =
      new InMemoryHazardSummaryStore(new InMemoryUnitOfWork());
  private final HazardQueries queries = new InMemoryHazardQueries(store);

  private static HazardSummary row(String id) {
    return Rows.row(Tale.of(id).register().hazard());
  }

  private void save(String... ids) {
    for (String id : ids) {
      store.put(row(id));
    }
  }

  private static List<String> ids(Stream<HazardSummary> hazards) {
    return hazards.map(HazardSummary::id).toList();
  }

  @Test
  void pagesGoOnFromTheLastHazard() {
    save("c", "a", "b");
    PageRequest first = PageRequest.first(2);

    HazardPage page = queries.find(HazardFilter.all(), first);
    HazardPage rest = queries.find(HazardFilter.all(), first.after("b"));

    assertThat(page).isEqualTo(new HazardPage(List.of(row("a"), row("b")), Optional.of("b")));
    assertThat(rest).isEqualTo(new HazardPage(List.of(row("c")), Optional.empty()));
    assertThat(queries.find(HazardFilter.all(), PageRequest.first(3)).next()).isEmpty();
    assertThat(queries.find(HazardFilter.all(), first.after("c")).hazards()).isEmpty();
    assertThat(ids(queries.find(HazardFilter.all(), first.after("aa")).hazards().stream()))
        .containsExactly("b", "c");
  }

  @Test
  void findsAndCountsOnlyWhatMatches() {
    save("a", "b");
    store.put(Rows.row(Tale.of("c").register().dismiss().hazard()));

    assertThat(queries.count(HazardFilter.open())).isEqualTo(2);
    assertThat(queries.count(HazardFilter.all())).isEqualTo(3);
    assertThat(queries.count(HazardFilter.all().withGrade("MAJOR"))).isZero();
    assertThat(ids(queries.find(HazardFilter.open(), PageRequest.first(2)).hazards().stream()))
        .containsExactly("a", "b");
    assertThat(queries.find(HazardFilter.open(), PageRequest.first(2)).next()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"0,1,1", "1,1,1", "2,1,2", "3,1,3", "4,2,2", "5,2,3", "1000,1000,1"})
  void aStreamTakesEachPageOnce(int hazards, int size, int pages) {
    List<String> all = IntStream.range(0, hazards).mapToObj("H-%04d"::formatted).toList();
    all.forEach(this::save);
    List<PageRequest> asked = new ArrayList<>();
    HazardQueries watched =
        new HazardQueries() {
          @Override
          public HazardPage find(HazardFilter filter, PageRequest page) {
            asked.add(page);
            return queries.find(filter, page);
          }

          @Override
          public long count(HazardFilter filter) {
            return queries.count(filter);
          }
        };

    assertThat(ids(watched.stream(HazardFilter.all(), size))).isEqualTo(all);
    assertThat(asked).hasSize(pages);
    assertThat(asked).allMatch(page -> page.size() == size);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, -1, 1001})
  void refusesAPageOfNoSizeOrTooLarge(int size) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PageRequest.first(size))
        .withMessage("size must be 1 to 1000, but was: " + size);
  }

  @Test
  void takesThePagesOfTheBounds() {
    assertThat(PageRequest.first(1).size()).isEqualTo(1);
    assertThat(PageRequest.first(PageRequest.LARGEST).size()).isEqualTo(1_000);
    assertThat(PageRequest.first(7).after(" H-1 "))
        .isEqualTo(new PageRequest(Optional.of("H-1"), 7));
    assertThatIllegalArgumentException().isThrownBy(() -> PageRequest.first(1).after(" "));
  }

  @Test
  void refusesAPageThatDoesNotGoOnFromItsLastHazard() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new HazardPage(List.of(), Optional.of("a")))
        .withMessage("next must be the id of the last hazard, but was: Optional[a]");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new HazardPage(List.of(row("a"), row("b")), Optional.of("a")));
  }
}
