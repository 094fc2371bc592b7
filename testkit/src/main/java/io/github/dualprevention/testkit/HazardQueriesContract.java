package io.github.dualprevention.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dualprevention.core.hazard.Hazard;
import io.github.dualprevention.core.hazard.HazardAction;
import io.github.dualprevention.core.hazard.HazardFact;
import io.github.dualprevention.core.hazard.HazardGrade;
import io.github.dualprevention.core.hazard.HazardLifeCycle;
import io.github.dualprevention.core.hazard.HazardOrigin;
import io.github.dualprevention.core.hazard.HazardState;
import io.github.dualprevention.core.hazard.HazardStore;
import io.github.dualprevention.core.oversight.HazardFilter;
import io.github.dualprevention.core.oversight.HazardPage;
import io.github.dualprevention.core.oversight.HazardQueries;
import io.github.dualprevention.core.oversight.HazardTrait;
import io.github.dualprevention.core.oversight.PageRequest;
import io.github.dualprevention.core.store.UnitOfWork;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What every {@link HazardQueries} keeps to. */
public abstract class HazardQueriesContract {

  private static final HazardGrade GENERAL = new HazardGrade("GENERAL", false);
  private static final HazardGrade MAJOR = new HazardGrade("MAJOR", true);

  /** Each contract is extended where it is tested. */
  protected HazardQueriesContract() {}

  /**
   * The unit of work that the store belongs to.
   *
   * @return the same one for the whole of a test
   */
  protected abstract UnitOfWork unit();

  /**
   * Keeps what is asked about.
   *
   * @return the same one for the whole of a test, empty at its beginning
   */
  protected abstract HazardStore hazards();

  /**
   * The queries under test.
   *
   * @return the same ones for the whole of a test, about all that the store keeps
   */
  protected abstract HazardQueries queries();

  /** Nothing is found where nothing was saved, and there is no next page. */
  @Test
  public void findsNothingInAnEmptyStore() {
    assertFinds(HazardFilter.all());
    assertThat(queries().find(HazardFilter.all(), PageRequest.first(1)))
        .isEqualTo(new HazardPage(List.of(), Optional.empty()));
  }

  /** A hazard comes back with every step, its grade, its evidence and its version. */
  @Test
  public void findsHazardsWithEveryStep() {
    Hazard hazard = Samples.hazard("H-1", Samples.HAZARD_STEPS);
    save(hazard, 0);

    assertThat(queries().find(HazardFilter.all(), PageRequest.first(1)).hazards())
        .containsExactly(hazard);
  }

  /** What a hazard is now counts, not what it was. */
  @Test
  public void findsHazardsAsTheyAreNow() {
    Hazard registered = registered("H-1", Map.of(HazardFact.AREA, "north"));
    save(registered, 0);
    Hazard corrected =
        beside(
            registered,
            HazardAction.CORRECT,
            Map.of(HazardFact.AREA, "south", HazardFact.CORRECTS, "1"));
    save(corrected, 1);

    assertFinds(HazardFilter.all().withArea("north"));
    assertFinds(HazardFilter.all().withArea("south"), "H-1");
    save(dismissed(corrected), 2);
    assertFinds(HazardFilter.open());
    assertFinds(HazardFilter.all().withArea("south"), "H-1");
  }

  /** What a failed unit of work has saved is not found. */
  @Test
  public void findsNothingThatAFailedUnitOfWorkHasSaved() {
    save(registered("H-1", Map.of()), 0);
    try {
      unit()
          .run(
              () -> {
                save(registered("H-2", Map.of()), 0);
                throw new IllegalStateException("the unit fails");
              });
    } catch (IllegalStateException failed) {
      assertFinds(HazardFilter.all(), "H-1");
    }
    assertFinds(HazardFilter.all(), "H-1");
  }

  /** The states are those that are meant. */
  @Test
  public void findsByState() {
    saveAll();

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
    saveAll();

    assertFinds(HazardFilter.all().withGrade("MAJOR"), "delisted", "listed", "major");
    assertFinds(HazardFilter.all().withTrait(HazardTrait.MAJOR), "delisted", "listed", "major");
    assertFinds(HazardFilter.open().withGrade("MAJOR"), "listed", "major");
    assertFinds(HazardFilter.all().withGrade("major"));
  }

  /** What was told last counts, in whatever round, and ids must be equal to the letter. */
  @Test
  public void findsByOriginAreaAndUnit() {
    saveAll();

    assertFinds(HazardFilter.all().withOrigin(HazardOrigin.REGULATOR), "ordered", "reopened");
    assertFinds(HazardFilter.all().withOrigin(HazardOrigin.DAILY), "registered");
    assertFinds(HazardFilter.all().withArea("𠮷区"), "registered", "reopened");
    assertFinds(HazardFilter.all().withUnit("U-1"), "registered");
    assertFinds(HazardFilter.all().withUnit("u-1"), "reopened");
    assertFinds(HazardFilter.all().withUnit("U_1"));
    assertFinds(HazardFilter.all().withUnit("U%"));
  }

  /** Each trait is found, and several must be there together. */
  @Test
  public void findsByTraits() {
    saveAll();

    assertFinds(HazardFilter.all().withTrait(HazardTrait.UNVERIFIED), "unverified");
    assertFinds(HazardFilter.all().withTrait(HazardTrait.SUSPENDED), "suspended");
    assertFinds(HazardFilter.all().withTrait(HazardTrait.LISTED), "listed");
    assertFinds(HazardFilter.all().withTrait(HazardTrait.LISTED).withTrait(HazardTrait.SUSPENDED));
  }

  /** The day after the deadline is the first one on which a hazard is overdue. */
  @Test
  public void findsWhatIsOverdue() {
    saveAll();

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
    saveAll();

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

  /** A step at the very moment is enough not to be stuck; a correction is not. */
  @Test
  public void findsWhatIsStuck() {
    saveAll();
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
    Map<String, Hazard> all = saveAll();
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

  private void assertFindsWhatMatches(HazardFilter filter, Map<String, Hazard> all) {
    assertFinds(
        filter,
        all.values().stream().filter(filter::matches).map(Hazard::id).toArray(String[]::new));
  }

  /**
   * Ids are ordered as {@link String#compareTo} does it: by UTF-16 code units, whatever the
   * language, and characters beyond the basic plane before those from U+E000 on.
   */
  @Test
  public void ordersIdsByUtf16() {
    List<String> ids =
        List.of("H-1", "H-10", "H-2", "H_2", "Z", "a", "ß", "é", "一", "丁", "😀", "𠮷", "ｈ");
    assertThat(ids).isSorted();
    List<String> shuffled =
        List.of("😀", "a", "H-2", "一", "ß", "H-10", "ｈ", "Z", "丁", "H_2", "H-1", "𠮷", "é");
    assertThat(shuffled).containsExactlyInAnyOrderElementsOf(ids);
    for (String id : shuffled) {
      save(registered(id, Map.of()), 0);
    }

    assertFinds(HazardFilter.all(), ids.toArray(String[]::new));
    for (int i = 0; i < ids.size(); i++) {
      assertThat(ids(queries().find(HazardFilter.all(), PageRequest.first(100).after(ids.get(i)))))
          .containsExactlyElementsOf(ids.subList(i + 1, ids.size()));
    }
  }

  /** A page may begin after an id that no hazard has. */
  @Test
  public void goesOnAfterAnIdThatIsNotThere() {
    save(registered("H-1", Map.of()), 0);
    save(registered("H-3", Map.of()), 0);
    PageRequest first = PageRequest.first(10);

    assertThat(ids(queries().find(HazardFilter.all(), first.after("H")))).hasSize(2);
    assertThat(ids(queries().find(HazardFilter.all(), first.after("H-2")))).containsExactly("H-3");
    assertThat(ids(queries().find(HazardFilter.all(), first.after("H-4")))).isEmpty();
  }

  /** A next page is promised if and only if there is more to find. */
  @Test
  public void promisesANextPageOnlyIfThereIsMore() {
    for (int i = 1; i <= 4; i++) {
      save(registered("H-" + i, Map.of()), 0);
    }
    save(dismissed(registered("H-5", Map.of())), 0);

    assertThat(queries().find(HazardFilter.open(), PageRequest.first(3)).next()).contains("H-3");
    assertThat(queries().find(HazardFilter.open(), PageRequest.first(4)).next()).isEmpty();
    assertThat(queries().find(HazardFilter.all(), PageRequest.first(4)).next()).contains("H-4");
    assertThat(queries().find(HazardFilter.open(), PageRequest.first(2).after("H-2")).next())
        .isEmpty();
    assertThat(queries().find(HazardFilter.all(), PageRequest.first(1_000)).hazards()).hasSize(5);
  }

  /** Whatever is saved between two pages, what matches all the while is met exactly once. */
  @Test
  public void meetsEachHazardOnceWhateverIsSavedMeanwhile() {
    TreeSet<String> there = new TreeSet<>();
    for (int i = 0; i < 40; i += 2) {
      String id = "H-%02d".formatted(i);
      save(registered(id, Map.of()), 0);
      there.add(id);
    }
    List<String> met = new ArrayList<>();
    Optional<PageRequest> request = Optional.of(PageRequest.first(3));
    for (int page = 0; request.isPresent(); page++) {
      HazardPage found = queries().find(HazardFilter.open(), request.get());
      met.addAll(ids(found));
      save(registered("H-%02d".formatted(2 * page + 1), Map.of()), 0);
      save(registered("G-" + page, Map.of()), 0);
      request = found.next().map(last -> PageRequest.first(3).after(last));
    }

    assertThat(met).isSorted().doesNotHaveDuplicates().containsAll(there);
  }

  /** A stream goes through all pages. */
  @Test
  public void aStreamGoesThroughAllPages() {
    Map<String, Hazard> all = saveAll();

    for (int size : List.of(1, 2, all.size(), 1_000)) {
      assertThat(queries().stream(HazardFilter.all(), size))
          .containsExactlyElementsOf(all.values());
    }
  }

  /** The day of {@link Samples#moment} where it is written, and the deadline of most samples. */
  private static LocalDate day() {
    return LocalDate.of(2026, 7, 1);
  }

  private void assertFinds(HazardFilter filter, String... ids) {
    assertThat(queries().stream(filter, 2).map(Hazard::id)).as("%s", filter).containsExactly(ids);
    assertThat(ids(queries().find(filter, PageRequest.first(1_000)))).containsExactly(ids);
    assertThat(queries().count(filter)).as("%s", filter).isEqualTo(ids.length);
  }

  private static List<String> ids(HazardPage page) {
    return page.hazards().stream().map(Hazard::id).toList();
  }

  private void save(Hazard hazard, int expected) {
    unit()
        .run(
            () -> {
              hazards().save(hazard, expected);
              return hazard;
            });
  }

  /** Saves a hazard of every kind, in the order of their ids. */
  private Map<String, Hazard> saveAll() {
    Map<String, Hazard> all = new LinkedHashMap<>();
    add(all, accepted(rectifying("accepted")));
    add(all, assessed("assessed", GENERAL));
    add(all, closed(rectifying("closed")));
    Hazard listed = beside(assessed("delisted", MAJOR), HazardAction.LIST, Map.of());
    add(all, closed(beside(listed, HazardAction.DELIST, Map.of())));
    add(all, dismissed(registered("dismissed", Map.of())));
    add(all, next(assessed("fixed", GENERAL), HazardAction.FIX_ON_SPOT, HazardState.FIXED_ON_SPOT));
    add(all, beside(assessed("listed", MAJOR), HazardAction.LIST, Map.of()));
    add(all, assessed("major", MAJOR));
    add(
        all,
        beside(
            registered("ordered", Map.of(HazardFact.ORIGIN, "REGULATOR")),
            HazardAction.RECEIVE_ORDER,
            Map.of(HazardFact.ORDERED_DEADLINE, day().minusDays(1).toString())));
    add(all, next(rectifying("rectified"), HazardAction.SUBMIT, HazardState.RECTIFIED));
    add(all, rectifying("rectifying"));
    add(
        all,
        registered(
            "registered",
            Map.of(HazardFact.ORIGIN, "DAILY", HazardFact.AREA, "𠮷区", HazardFact.UNIT, "U-1")));
    Hazard told =
        registered(
            "reopened",
            Map.of(HazardFact.ORIGIN, "DAILY", HazardFact.AREA, "𠮷区", HazardFact.UNIT, "u-1"));
    Hazard reopened = next(dismissed(told), HazardAction.REOPEN, HazardState.REGISTERED);
    add(
        all,
        Samples.after(
            reopened,
            HazardAction.CORRECT,
            HazardState.REGISTERED,
            Optional.empty(),
            Samples.moment().plus(Duration.ofDays(9)),
            Map.of(HazardFact.ORIGIN, "REGULATOR", HazardFact.CORRECTS, "1")));
    add(
        all,
        Samples.after(
            rectifying("suspended"),
            HazardAction.TAKE_INTERIM_MEASURES,
            HazardState.RECTIFYING,
            Optional.of(GENERAL),
            Samples.moment().plus(Duration.ofDays(1)),
            Map.of(HazardFact.INTERIM_KIND, "SUSPEND_USE")));
    add(
        all,
        Samples.after(
            discovered("unverified"),
            HazardAction.IMPORT,
            HazardState.CLOSED,
            Optional.of(GENERAL),
            Samples.moment(),
            Map.of(HazardFact.DEADLINE, day().toString())));
    return all;
  }

  private void add(Map<String, Hazard> all, Hazard hazard) {
    all.put(hazard.id(), hazard);
    save(hazard, 0);
  }

  private static Hazard discovered(String id) {
    return Hazard.discovered(id, HazardLifeCycle.published().version());
  }

  private static Hazard registered(String id, Map<HazardFact, String> facts) {
    return Samples.after(
        discovered(id),
        HazardAction.REGISTER,
        HazardState.REGISTERED,
        Optional.empty(),
        Samples.moment(),
        facts);
  }

  private static Hazard assessed(String id, HazardGrade grade) {
    return Samples.after(
        registered(id, Map.of()),
        HazardAction.ASSESS,
        HazardState.ASSESSED,
        Optional.of(grade),
        Samples.moment(),
        Map.of());
  }

  private static Hazard rectifying(String id) {
    return Samples.after(
        assessed(id, GENERAL),
        HazardAction.START,
        HazardState.RECTIFYING,
        Optional.of(GENERAL),
        Samples.moment(),
        Map.of(HazardFact.DEADLINE, day().toString()));
  }

  private static Hazard accepted(Hazard hazard) {
    return next(
        next(hazard, HazardAction.SUBMIT, HazardState.RECTIFIED),
        HazardAction.ACCEPT,
        HazardState.ACCEPTED);
  }

  private static Hazard closed(Hazard hazard) {
    return next(accepted(hazard), HazardAction.CLOSE_OUT, HazardState.CLOSED);
  }

  private static Hazard dismissed(Hazard hazard) {
    return next(hazard, HazardAction.DISMISS, HazardState.DISMISSED);
  }

  private static Hazard next(Hazard before, HazardAction action, HazardState to) {
    return Samples.after(
        before,
        action,
        to,
        to.isGraded() ? before.grade() : Optional.empty(),
        Samples.moment(),
        Map.of());
  }

  private static Hazard beside(Hazard before, HazardAction action, Map<HazardFact, String> facts) {
    return Samples.after(before, action, before.state(), before.grade(), Samples.moment(), facts);
  }
}
