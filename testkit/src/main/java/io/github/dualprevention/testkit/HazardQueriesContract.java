package io.github.dualprevention.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.github.dualprevention.core.hazard.HazardAction;
import io.github.dualprevention.core.hazard.HazardGrade;
import io.github.dualprevention.core.hazard.HazardOrigin;
import io.github.dualprevention.core.hazard.HazardState;
import io.github.dualprevention.core.hazard.HazardSummary;
import io.github.dualprevention.core.hazard.HazardSummaryStore;
import io.github.dualprevention.core.hazard.HazardTrait;
import io.github.dualprevention.core.hazard.LatestStep;
import io.github.dualprevention.core.organisation.CreditCode;
import io.github.dualprevention.core.oversight.HazardFilter;
import io.github.dualprevention.core.oversight.HazardPage;
import io.github.dualprevention.core.oversight.HazardQueries;
import io.github.dualprevention.core.oversight.PageRequest;
import io.github.dualprevention.core.store.UnitOfWork;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every {@link HazardQueries} keeps to. */
public abstract class HazardQueriesContract {

  private static final HazardGrade GENERAL = new HazardGrade("GENERAL", false);
  private static final HazardGrade MAJOR = new HazardGrade("MAJOR", true);

  /** Each contract is extended where it is tested. */
  protected HazardQueriesContract() {}

  /**
   * The unit of work that the stores belong to.
   *
   * @return the same one for the whole of a test
   */
  protected abstract UnitOfWork unit();

  /**
   * Keeps what is asked about.
   *
   * @param enterprise whose rows it keeps; one database holds those of all enterprises
   * @return the enterprise's store; empty at the beginning of a test
   */
  protected abstract HazardSummaryStore summariesOf(CreditCode enterprise);

  /**
   * The queries under test.
   *
   * @param enterprise whose hazards they find
   * @return queries about all rows that the store of this enterprise keeps
   */
  protected abstract HazardQueries queriesOf(CreditCode enterprise);

  private HazardQueries queries() {
    return queriesOf(Samples.enterprise());
  }

  private void put(HazardSummary row) {
    summariesOf(row.enterprise()).put(row);
  }

  /** Nothing is found where nothing was put in, and there is no next page. */
  @Test
  public void findsNothingInAnEmptyStore() {
    assertFinds(HazardFilter.all());
    assertThat(queries().find(HazardFilter.all(), PageRequest.first(1)))
        .isEqualTo(new HazardPage(List.of(), Optional.empty()));
  }

  /** A row comes back with every field and with all that is due, beside others of any kind. */
  @Test
  public void findsRowsWithEveryField() {
    List<HazardSummary> rows = anyRows(30);
    put(Samples.summary("H-1"));
    rows.forEach(this::put);

    List<HazardSummary> found =
        queries().find(HazardFilter.all(), PageRequest.first(1_000)).hazards();

    assertThat(found).hasSize(31).contains(Samples.summary("H-1")).containsAll(rows);
  }

  /** What the row says now counts, not what it said before. */
  @Test
  public void findsHazardsAsTheyAreNow() {
    put(new SummaryBuilder("H-1", HazardState.REGISTERED).area("north").build());
    put(new SummaryBuilder("H-1", HazardState.REGISTERED).area("south").build());

    assertFinds(HazardFilter.all().withArea("north"));
    assertFinds(HazardFilter.all().withArea("south"), "H-1");
    put(new SummaryBuilder("H-1", HazardState.DISMISSED).area("south").build());
    assertFinds(HazardFilter.open());
    assertFinds(HazardFilter.all().withArea("south"), "H-1");
  }

  /** A unit of work finds what it has itself put in; once it has failed nobody finds it. */
  @Test
  public void findsNothingThatAFailedUnitOfWorkHasPut() {
    put(registered("H-1"));

    assertThatIllegalStateException()
        .isThrownBy(
            () ->
                unit()
                    .run(
                        () -> {
                          put(registered("H-2"));
                          assertFinds(HazardFilter.all(), "H-1", "H-2");
                          throw new IllegalStateException("the unit fails");
                        }));

    assertFinds(HazardFilter.all(), "H-1");
  }

  /** The states are those that are meant. */
  @Test
  public void findsByState() {
    putAll();

    assertFinds(
        HazardFilter.open(),
        "accepted",
        "assessed",
        "fixed",
        "listed",
        "major",
        "ordered",
        "rectified",
        "rectifying",
        "registered",
        "reopened",
        "suspended");
    assertFinds(
        HazardFilter.open().withStates(HazardState.CLOSED, HazardState.DISMISSED),
        "closed",
        "delisted",
        "dismissed",
        "unverified");
    assertFinds(HazardFilter.all().withStates(HazardState.FIXED_ON_SPOT), "fixed");
  }

  /** A grade is found by its code, and majors whatever their code. */
  @Test
  public void findsByGrade() {
    putAll();

    assertFinds(HazardFilter.all().withGrade("MAJOR"), "delisted", "listed", "major");
    assertFinds(HazardFilter.all().withTrait(HazardTrait.MAJOR), "delisted", "listed", "major");
    assertFinds(HazardFilter.open().withGrade("MAJOR"), "listed", "major");
    assertFinds(HazardFilter.all().withGrade("major"));
  }

  /** Ids must be equal to the letter. */
  @Test
  public void findsByOriginAreaAndUnit() {
    putAll();

    assertFinds(HazardFilter.all().withOrigin(HazardOrigin.REGULATOR), "ordered", "reopened");
    assertFinds(HazardFilter.all().withOrigin(HazardOrigin.DAILY), "registered");
    assertFinds(HazardFilter.all().withArea("𠮷区"), "registered", "reopened");
    assertFinds(HazardFilter.all().withUnit("U-1"), "registered");
    assertFinds(HazardFilter.all().withUnit("u-1"), "reopened");
    assertFinds(HazardFilter.all().withUnit("U_1"));
    assertFinds(HazardFilter.all().withUnit("U%"));
  }

  /** Areas and units that look alike are not the same. */
  @Test
  public void tellsAreasAndUnitsApartByEveryCharacter() {
    List<String> alike = Samples.lookalikes().toList();
    for (String id : alike) {
      put(new SummaryBuilder(id, HazardState.ASSESSED).area(id).unit("of " + id).build());
    }

    for (String id : alike) {
      assertFinds(HazardFilter.all().withArea(id), id);
      assertFinds(HazardFilter.all().withUnit("of " + id), id);
    }
  }

  /** Each trait is found, and several must be there together. */
  @Test
  public void findsByTraits() {
    putAll();

    assertFinds(HazardFilter.all().withTrait(HazardTrait.UNVERIFIED), "unverified");
    assertFinds(HazardFilter.all().withTrait(HazardTrait.SUSPENDED), "suspended");
    assertFinds(HazardFilter.all().withTrait(HazardTrait.LISTED), "listed");
    assertFinds(HazardFilter.all().withTrait(HazardTrait.ORDERED), "ordered");
    assertFinds(
        HazardFilter.all().withTrait(HazardTrait.LISTED).withTrait(HazardTrait.MAJOR), "listed");
    assertFinds(HazardFilter.all().withTrait(HazardTrait.LISTED).withTrait(HazardTrait.SUSPENDED));
  }

  /** The day after the deadline is the first one on which a hazard is overdue. */
  @Test
  public void findsWhatIsOverdue() {
    putAll();

    assertFinds(HazardFilter.all().withOverdueOn(day().minusDays(1)));
    assertFinds(HazardFilter.all().withOverdueOn(day()), "ordered");
    assertFinds(
        HazardFilter.all().withOverdueOn(day().plusDays(1)),
        "ordered",
        "rectified",
        "rectifying",
        "suspended");
  }

  /** Both ends are among the days in which a deadline lies. */
  @Test
  public void findsWhatIsDueSoon() {
    putAll();

    assertFinds(
        HazardFilter.all().withDue(day(), day().plusDays(3)),
        "rectified",
        "rectifying",
        "suspended");
    assertFinds(
        HazardFilter.all().withDue(day().minusDays(1), day()),
        "ordered",
        "rectified",
        "rectifying",
        "suspended");
    assertFinds(HazardFilter.all().withDue(day().plusDays(1), day().plusDays(3)));
  }

  /** A step at the very moment is enough not to be stuck. */
  @Test
  public void findsWhatIsStuck() {
    putAll();
    Instant later = Samples.moment().plus(Duration.ofDays(1));

    assertFinds(HazardFilter.all().withStuckSince(Samples.moment()));
    assertFinds(
        HazardFilter.all().withStuckSince(later),
        "accepted",
        "assessed",
        "fixed",
        "listed",
        "major",
        "ordered",
        "rectified",
        "rectifying",
        "registered",
        "reopened");
    assertFinds(
        HazardFilter.all().withTrait(HazardTrait.SUSPENDED).withStuckSince(later.plusMillis(1)),
        "suspended");
  }

  /** Every pair of conditions finds what both of them find. */
  @Test
  public void joinsConditionsByAnd() {
    List<HazardSummary> all = putAll();
    Instant later = Samples.moment().plus(Duration.ofDays(1));
    for (HazardFilter filter : filters(HazardFilter.open())) {
      for (HazardFilter both : filters(filter)) {
        assertFindsWhatMatches(both, all);
        assertFindsWhatMatches(both.withStuckSince(later), all);
      }
    }
  }

  private static List<HazardFilter> filters(HazardFilter filter) {
    return List.of(
        filter,
        filter.withStates(HazardState.RECTIFYING, HazardState.CLOSED),
        filter.withTrait(HazardTrait.MAJOR),
        filter.withTrait(HazardTrait.SUSPENDED),
        filter.withTrait(HazardTrait.UNVERIFIED),
        filter.withGrade("GENERAL"),
        filter.withOrigin(HazardOrigin.REGULATOR),
        filter.withArea("𠮷区"),
        filter.withUnit("U-1"),
        filter.withOverdueOn(day().plusDays(1)),
        filter.withDue(day(), day()));
  }

  /** Whatever the rows and whatever the filter, {@link HazardFilter#matches} has the last word. */
  @Test
  public void findsWhatMatchesAnyFilter() {
    List<HazardSummary> rows = anyRows(60);
    rows.forEach(this::put);
    Lots lots = new Lots(2);
    int telling = 0;

    for (int i = 0; i < 200; i++) {
      HazardFilter filter = lots.filter();
      long matching = rows.stream().filter(filter::matches).count();
      telling += matching > 0 && matching < rows.size() ? 1 : 0;
      assertFindsWhatMatches(filter, rows);
    }

    assertThat(telling).isGreaterThan(70);
  }

  private void assertFindsWhatMatches(HazardFilter filter, List<HazardSummary> all) {
    assertFinds(
        filter, all.stream().filter(filter::matches).map(HazardSummary::id).toArray(String[]::new));
  }

  /** The order of ids is the store's choice, and the same for every filter and every page. */
  @Test
  public void keepsOneOrderOfIds() {
    Samples.lookalikes().map(HazardQueriesContract::registered).forEach(this::put);
    anyRows(30).forEach(this::put);
    List<String> ids = ids(queries().find(HazardFilter.all(), PageRequest.first(1_000)));
    assertThat(ids).doesNotHaveDuplicates();
    Lots lots = new Lots(3);

    for (int i = 0; i < 30; i++) {
      List<String> found = ids(queries().find(lots.filter(), PageRequest.first(1_000)));
      assertThat(found).isEqualTo(ids.stream().filter(found::contains).toList());
    }
    for (int i = 0; i < ids.size(); i++) {
      PageRequest after = PageRequest.first(1_000).after(ids.get(i));
      assertThat(ids(queries().find(HazardFilter.all(), after)))
          .isEqualTo(ids.subList(i + 1, ids.size()));
    }
  }

  /** A page may begin after an id that no hazard has; it stands in the order as any other. */
  @Test
  public void goesOnAfterAnIdThatIsNotThere() {
    put(registered("H-1"));
    put(registered("H-3"));

    for (String missing : List.of("H", "H-2", "H-4", "h-2", "隐患", "～")) {
      PageRequest after = PageRequest.first(1_000).after(missing);
      List<String> behind = ids(queries().find(HazardFilter.all(), after));

      put(registered(missing));

      List<String> ids = ids(queries().find(HazardFilter.all(), PageRequest.first(1_000)));
      assertThat(behind).isEqualTo(ids.subList(ids.indexOf(missing) + 1, ids.size()));
    }
  }

  /** A next page is promised if and only if there is more to find. */
  @Test
  public void promisesANextPageOnlyIfThereIsMore() {
    for (int i = 1; i <= 4; i++) {
      put(registered("H-" + i));
    }
    put(new SummaryBuilder("H-5", HazardState.DISMISSED).build());

    assertPage(HazardFilter.open(), PageRequest.first(3), 3, true);
    assertPage(HazardFilter.open(), PageRequest.first(4), 4, false);
    assertPage(HazardFilter.all(), PageRequest.first(4), 4, true);
    assertPage(HazardFilter.all(), PageRequest.first(1_000), 5, false);
    String second = ids(queries().find(HazardFilter.open(), PageRequest.first(2))).get(1);
    assertPage(HazardFilter.open(), PageRequest.first(2).after(second), 2, false);
    assertPage(HazardFilter.open(), PageRequest.first(1).after(second), 1, true);
  }

  private void assertPage(HazardFilter filter, PageRequest request, int size, boolean more) {
    HazardPage page = queries().find(filter, request);

    assertThat(page.hazards()).hasSize(size);
    assertThat(page.next())
        .isEqualTo(more ? Optional.of(ids(page).get(size - 1)) : Optional.empty());
  }

  /** What matches all the time is met exactly once, even if hazards change between two pages. */
  @Test
  public void meetsEachHazardOnceWhateverChangesMeanwhile() {
    List<String> there =
        IntStream.range(0, 20).map(i -> 2 * i).mapToObj("H-%02d"::formatted).toList();
    there.forEach(id -> put(registered(id)));
    List<String> met = new ArrayList<>();
    Optional<PageRequest> request = Optional.of(PageRequest.first(3));

    for (int page = 0; request.isPresent() && page < 100; page++) {
      HazardPage found = queries().find(HazardFilter.open(), request.get());
      met.addAll(ids(found));
      put(registered("H-%02d".formatted(2 * page + 1)));
      put(registered("G-" + page));
      put(new SummaryBuilder("G-" + page / 2, HazardState.CLOSED).build());
      request = found.next().map(last -> PageRequest.first(3).after(last));
    }

    assertThat(request).isEmpty();
    assertThat(met).doesNotHaveDuplicates().containsAll(there);
  }

  /** A stream goes through all pages. */
  @Test
  public void aStreamGoesThroughAllPages() {
    List<HazardSummary> all = putAll();
    List<HazardSummary> found =
        queries().find(HazardFilter.all(), PageRequest.first(1_000)).hazards();

    assertThat(found).containsExactlyInAnyOrderElementsOf(all);
    for (int size : List.of(1, 2, all.size() - 1, all.size(), 1_000)) {
      assertThat(streamed(HazardFilter.all(), size)).isEqualTo(found);
    }
  }

  /** Two enterprises in one database never see each other, even under the same ids. */
  @Test
  public void keepsEnterprisesApart() {
    CreditCode another = Samples.anotherEnterprise();
    put(new SummaryBuilder("H-1", HazardState.ASSESSED).grade(GENERAL).build());
    put(registered("H-2"));
    put(new SummaryBuilder("H-2", HazardState.CLOSED).enterprise(another).build());
    put(new SummaryBuilder("H-3", HazardState.ASSESSED).enterprise(another).build());

    assertFinds(HazardFilter.all(), "H-1", "H-2");
    assertFinds(HazardFilter.open(), "H-1", "H-2");
    assertThat(queriesOf(another).find(HazardFilter.all(), PageRequest.first(3)).hazards())
        .allMatch(row -> row.enterprise().equals(another))
        .extracting(HazardSummary::id)
        .containsExactlyInAnyOrder("H-2", "H-3");
    assertThat(queriesOf(another).count(HazardFilter.open())).isEqualTo(1);
    assertThat(queriesOf(another).find(HazardFilter.all(), PageRequest.first(2)).next()).isEmpty();
  }

  /** The day of {@link Samples#moment} where it is written, and the deadline of most samples. */
  private static LocalDate day() {
    return LocalDate.of(2026, 7, 1);
  }

  private void assertFinds(HazardFilter filter, String... ids) {
    List<String> found = ids(queries().find(filter, PageRequest.first(1_000)));
    assertThat(found).as("%s", filter).containsExactlyInAnyOrder(ids);
    assertThat(streamed(filter, 2 + ids.length / 4)).extracting(HazardSummary::id).isEqualTo(found);
    assertThat(queries().count(filter)).as("%s", filter).isEqualTo(ids.length);
  }

  /**
   * Takes more rows than any test has, but not endlessly many from pages that repeat themselves.
   */
  private List<HazardSummary> streamed(HazardFilter filter, int size) {
    return queries().stream(filter, size).limit(1_000).toList();
  }

  private static List<String> ids(HazardPage page) {
    return page.hazards().stream().map(HazardSummary::id).toList();
  }

  private static List<HazardSummary> anyRows(int count) {
    Lots lots = new Lots(count);
    return IntStream.range(0, count).mapToObj(i -> lots.summary("any-" + i)).toList();
  }

  private static HazardSummary registered(String id) {
    return new SummaryBuilder(id, HazardState.REGISTERED).build();
  }

  /** Puts in a row of every kind; what was done last about most of them happened at the moment. */
  private List<HazardSummary> putAll() {
    LatestStep next = new LatestStep(2, HazardAction.TAKE_INTERIM_MEASURES, later());
    List<SummaryBuilder> rows =
        List.of(
            row("accepted", HazardState.ACCEPTED).grade(GENERAL).deadline(day()),
            row("assessed", HazardState.ASSESSED).grade(GENERAL),
            row("closed", HazardState.CLOSED).grade(GENERAL).deadline(day()),
            row("delisted", HazardState.CLOSED).grade(MAJOR).traits(HazardTrait.MAJOR),
            row("dismissed", HazardState.DISMISSED),
            row("fixed", HazardState.FIXED_ON_SPOT).grade(GENERAL),
            row("listed", HazardState.ASSESSED)
                .grade(MAJOR)
                .traits(HazardTrait.MAJOR, HazardTrait.LISTED),
            row("major", HazardState.ASSESSED).grade(MAJOR).traits(HazardTrait.MAJOR),
            row("ordered", HazardState.REGISTERED)
                .origin(HazardOrigin.REGULATOR)
                .deadline(day().minusDays(1))
                .traits(HazardTrait.ORDERED),
            row("rectified", HazardState.RECTIFIED).grade(GENERAL).deadline(day()),
            row("rectifying", HazardState.RECTIFYING).grade(GENERAL).deadline(day()),
            row("registered", HazardState.REGISTERED)
                .origin(HazardOrigin.DAILY)
                .area("𠮷区")
                .unit("U-1"),
            row("reopened", HazardState.REGISTERED)
                .origin(HazardOrigin.REGULATOR)
                .area("𠮷区")
                .unit("u-1"),
            row("suspended", HazardState.RECTIFYING)
                .grade(GENERAL)
                .deadline(day())
                .latest(next)
                .traits(HazardTrait.SUSPENDED),
            row("unverified", HazardState.CLOSED)
                .grade(GENERAL)
                .deadline(day())
                .traits(HazardTrait.UNVERIFIED));
    List<HazardSummary> all = rows.stream().map(SummaryBuilder::build).toList();
    all.forEach(this::put);
    return all;
  }

  private static Instant later() {
    return Samples.moment().plus(Duration.ofDays(1));
  }

  private static SummaryBuilder row(String id, HazardState state) {
    return new SummaryBuilder(id, state)
        .latest(new LatestStep(1, HazardAction.REGISTER, Samples.moment()));
  }
}
