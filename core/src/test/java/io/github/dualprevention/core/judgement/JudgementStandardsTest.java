package io.github.dualprevention.core.judgement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.groups.Tuple.tuple;

import io.github.dualprevention.core.Evidence;
import io.github.dualprevention.core.Outcome;
import io.github.dualprevention.core.Reason;
import io.github.dualprevention.core.RefusedException;
import io.github.dualprevention.core.SourceClause;
import io.github.dualprevention.core.Wording;
import io.github.dualprevention.core.table.EffectivePeriod;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JudgementStandardsTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 25);
  private static final Sector COAL = new Sector("COAL", new Wording("煤矿", "coal mines"));
  private static final Sector PORT = new Sector("PORT", new Wording("港口", "ports"));
  private static final Sector RAIL = new Sector("RAIL", new Wording("铁路", "railways"));
  private static final SourceClause SOURCE = new SourceClause("示例", "第一条", Evidence.ENTERPRISE);

  /** The days from and until are days of November 2026, or open where zero. */
  private static Criterion criterion(String item, int from, int until, String... sectors) {
    return criterion("S", item, from, until, sectors);
  }

  private static Criterion criterion(
      String standard, String item, int from, int until, String... sectors) {
    return new Criterion(
        standard,
        "1",
        item,
        new LinkedHashSet<>(List.of(sectors)),
        new Wording("示例" + from, "example " + from),
        new EffectivePeriod(open(from), open(until)),
        SOURCE);
  }

  private static Optional<LocalDate> open(int day) {
    return day == 0 ? Optional.empty() : Optional.of(day(day));
  }

  private static LocalDate day(int day) {
    return LocalDate.of(2026, 11, 1).plusDays(day - 1L);
  }

  private static JudgementStandards standards(Criterion... criteria) {
    return JudgementStandards.of(List.of(COAL, PORT, RAIL), List.of(criteria));
  }

  private static Reason refusal(JudgementStandards standards, String id, LocalDate day) {
    List<Reason> reasons = standards.judge(id, day).reasons();
    assertThat(reasons).hasSize(1);
    return reasons.get(0);
  }

  @Test
  void anEditionEndsWhereTheNextBegins() {
    Criterion first = criterion("1", 0, 10, "COAL");
    Criterion second = criterion("1", 10, 20, "COAL");
    JudgementStandards standards = standards(second, first);

    assertThat(standards.find("S/1/1", day(9))).contains(first);
    assertThat(standards.find("S/1/1", day(10))).contains(second);
    assertThat(standards.find("S/1/1", day(19))).contains(second);
    assertThat(standards.find("S/1/1", day(20))).isEmpty();
    assertThat(standards.inForce(day(9))).containsExactly(first);
    assertThat(standards.inForce(day(20))).isEmpty();
    assertThat(standards.all()).containsExactly(second, first);
  }

  @Test
  void anUnknownCriterionIsRefusedNamingTheStandards() {
    JudgementStandards standards =
        standards(
            criterion("A", "1", 0, 0, "COAL"),
            criterion("A", "2", 0, 0, "COAL"),
            criterion("B", "1", 0, 0, "PORT"));

    Reason reason = refusal(standards.inSectors(Set.of("COAL")), "A/1/3", TODAY);

    assertThat(reason.code()).isEqualTo("judgement.criterion.unknown");
    assertThat(reason.values()).isEqualTo(Map.of("criterion", "A/1/3", "known", "A, B"));
    assertThat(reason.message())
        .isEqualTo(
            new Wording(
                "没有判定情形“A/1/3”，已有的标准：A, B",
                "there is no criterion A/1/3; known standards are A, B"));
    assertThat(reason.source()).isEmpty();
  }

  @Test
  void noOtherSpellingOfAnIdIsUnderstood() {
    JudgementStandards published = JudgementStandards.published();

    assertThat(published.find("MEM-4/3/1", TODAY)).isPresent();
    for (String id :
        List.of("", "mem-4/3/1", " MEM-4/3/1", "MEM-4/3/01", "MEM-4/3", "MEM-4/3/18")) {
      assertThat(refusal(published, id, TODAY).code()).isEqualTo("judgement.criterion.unknown");
    }
  }

  @Test
  void aCriterionOutsideItsDaysIsRefusedNamingThem() {
    JudgementStandards standards =
        standards(
            criterion("1", 3, 5, "COAL"),
            criterion("1", 7, 9, "PORT"),
            criterion("1", 9, 0, "COAL", "PORT"));

    Reason reason = refusal(standards.inSectors(Set.of("COAL")), "S/1/1", day(7));

    assertThat(reason.code()).isEqualTo("judgement.criterion.not-in-force");
    assertThat(reason.values())
        .isEqualTo(
            Map.of(
                "criterion",
                "S/1/1",
                "day",
                "2026-11-07",
                "periods",
                "[2026-11-03, 2026-11-05), [2026-11-09, ..)"));
    assertThat(reason.message())
        .isEqualTo(
            new Wording(
                "判定情形“S/1/1”在2026-11-07无效，有效期：[2026-11-03, 2026-11-05), [2026-11-09, ..)",
                "the criterion S/1/1 is not in force on 2026-11-07;"
                    + " it is in force [2026-11-03, 2026-11-05), [2026-11-09, ..)"));
    assertThat(reason.source()).contains(SOURCE);
  }

  @Test
  void aCriterionOfOtherSectorsIsRefusedNamingThem() {
    JudgementStandards standards =
        standards(criterion("1", 3, 5, "PORT", "RAIL"), criterion("1", 7, 9, "RAIL"));

    Reason reason = refusal(standards.inSectors(Set.of("COAL")), "S/1/1", day(1));

    assertThat(reason.code()).isEqualTo("judgement.criterion.other-sector");
    assertThat(reason.values())
        .isEqualTo(Map.of("criterion", "S/1/1", "sectors", "PORT, RAIL", "chosen", "COAL"));
    assertThat(reason.message())
        .isEqualTo(
            new Wording(
                "判定情形“S/1/1”适用于港口、铁路，不适用于所选行业：煤矿",
                "the criterion S/1/1 is for ports, railways,"
                    + " not for the sectors chosen: coal mines"));
    assertThat(reason.source()).contains(SOURCE);
  }

  @Test
  void aNarrowedViewHasTheCriteriaOfAnyOfItsSectors() {
    Criterion both = criterion("1", 0, 0, "COAL", "PORT");
    Criterion port = criterion("2", 0, 0, "PORT");
    Criterion rail = criterion("3", 0, 0, "RAIL");
    JudgementStandards standards = standards(both, port, rail);

    JudgementStandards narrowed = standards.inSectors(Set.of("RAIL", "COAL"));

    assertThat(narrowed.sectors()).containsExactly(COAL, RAIL);
    assertThat(narrowed.all()).containsExactly(both, rail);
    assertThat(narrowed.inForce(TODAY)).containsExactly(both, rail);
    assertThat(narrowed.find("S/1/2", TODAY)).isEmpty();
    assertThat(standards.all()).containsExactly(both, port, rail);
    assertThat(narrowed.inSectors(Set.of("RAIL")).all()).containsExactly(rail);
  }

  @Test
  void anUnknownSectorIsRefusedNamingThoseThatCanBeChosen() {
    JudgementStandards narrowed = standards().inSectors(Set.of("COAL", "PORT"));

    RefusedException refused =
        catchThrowableOfType(
            RefusedException.class,
            () -> narrowed.inSectors(new LinkedHashSet<>(List.of("SEA", "PORT", "RAIL"))));

    assertThat(refused.reasons())
        .extracting(Reason::code, Reason::values)
        .containsExactly(
            tuple("judgement.sector.unknown", Map.of("sector", "SEA", "known", "COAL, PORT")),
            tuple("judgement.sector.unknown", Map.of("sector", "RAIL", "known", "COAL, PORT")));
    assertThat(refused.reasons().get(0).message())
        .isEqualTo(
            new Wording(
                "没有行业代码“SEA”，可用的代码：COAL, PORT", "there is no sector SEA; known are COAL, PORT"));
  }

  @Test
  void anEnterpriseHasASector() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> standards().inSectors(Set.of()))
        .withMessageStartingWith("codes must not be empty");
  }

  @Test
  void ownStandardsAreAddedWithTheirSectors() {
    Criterion early = criterion("1", 0, 10, "COAL");
    Criterion late = criterion("1", 10, 0, "PORT");
    Criterion other = criterion("2", 0, 0, "COAL");
    JudgementStandards own =
        JudgementStandards.of(List.of(PORT, COAL), List.of(late, other)).inSectors(Set.of("PORT"));

    JudgementStandards both = JudgementStandards.of(List.of(COAL), List.of(early)).and(own);

    assertThat(both.sectors()).containsExactly(COAL, PORT);
    assertThat(both.all()).containsExactly(early, late, other);
    assertThat(both.find("S/1/1", day(9))).contains(early);
    assertThat(both.find("S/1/1", day(10))).contains(late);
  }

  @Test
  void whatIsAddedToANarrowedViewLeavesItNarrowed() {
    Criterion coal = criterion("1", 0, 0, "COAL");
    Criterion rail = criterion("2", 0, 0, "RAIL");
    Criterion port = criterion("3", 0, 0, "PORT");

    JudgementStandards both =
        standards(coal, rail)
            .inSectors(Set.of("COAL"))
            .and(JudgementStandards.of(List.of(PORT), List.of(port)));

    assertThat(both.sectors()).containsExactly(COAL, PORT);
    assertThat(both.all()).containsExactly(coal, port);
    assertThat(refusal(both, "S/1/2", TODAY).code()).isEqualTo("judgement.criterion.other-sector");
  }

  @Test
  void editionsThatWouldBeInForceAtOnceAreNotAdded() {
    JudgementStandards standards =
        standards(criterion("1", 3, 10, "COAL"), criterion("2", 3, 10, "COAL"));
    JudgementStandards more =
        standards(
            criterion("1", 9, 0, "COAL"),
            criterion("2", 10, 0, "COAL"),
            criterion("2", 1, 4, "PORT"));

    RefusedException refused =
        catchThrowableOfType(
            RefusedException.class, () -> standards.inSectors(Set.of("RAIL")).and(more));

    assertThat(refused.reasons())
        .extracting(Reason::code, Reason::values)
        .containsExactly(
            tuple(
                "judgement.criterion.overlap",
                Map.of(
                    "criterion",
                    "S/1/1",
                    "period",
                    "[2026-11-09, ..)",
                    "other",
                    "[2026-11-03, 2026-11-10)")),
            tuple(
                "judgement.criterion.overlap",
                Map.of(
                    "criterion",
                    "S/1/2",
                    "period",
                    "[2026-11-01, 2026-11-04)",
                    "other",
                    "[2026-11-03, 2026-11-10)")));
    assertThat(refused.reasons().get(0).message())
        .isEqualTo(
            new Wording(
                "判定情形“S/1/1”的有效期[2026-11-09, ..)与已有的[2026-11-03, 2026-11-10)重叠",
                "the criterion S/1/1 is in force [2026-11-09, ..)"
                    + " while it already is [2026-11-03, 2026-11-10)"));
  }

  @Test
  void theSameStandardsAreNotAddedTwice() {
    JudgementStandards published = JudgementStandards.published();

    assertThat(
            catchThrowableOfType(RefusedException.class, () -> published.and(published)).reasons())
        .hasSize(36);
  }

  @Test
  void aSectorHasOneName() {
    JudgementStandards more =
        JudgementStandards.of(
            List.of(RAIL, new Sector("PORT", new Wording("码头", "quays"))), List.of());

    RefusedException refused =
        catchThrowableOfType(RefusedException.class, () -> standards().and(more));

    assertThat(refused.reasons())
        .extracting(Reason::code, Reason::values)
        .containsExactly(
            tuple(
                "judgement.sector.differs",
                Map.of("sector", "PORT", "first", "港口 / ports", "second", "码头 / quays")));
  }

  @Test
  @SuppressWarnings("NullAway") // what a caller without null checks may do
  void aMissingIdOrDayIsTheCallersMistake() {
    JudgementStandards standards = standards(criterion("1", 0, 0, "COAL"));

    assertThatNullPointerException()
        .isThrownBy(() -> standards.find(null, TODAY))
        .withMessage("id must not be null");
    assertThatNullPointerException()
        .isThrownBy(() -> standards.find("unknown", null))
        .withMessage("day must not be null");
    assertThatNullPointerException()
        .isThrownBy(() -> standards().inForce(null))
        .withMessage("day must not be null");
  }

  @Test
  void standardsAreReadFromAFolder(@TempDir Path folder) throws Exception {
    Files.writeString(folder.resolve("sectors.csv"), "code,zh,en\nPORT,港口,ports\n");
    Files.writeString(
        folder.resolve("criteria.csv"),
        "standard,article,item,sectors,zh,en,from,until,document,clause,evidence\n"
            + "OWN,2,a,PORT,示例,an example,2026-01-01,,内部标准,第二条,ENTERPRISE\n");

    JudgementStandards own = JudgementStandards.read(folder);

    assertThat(own.sectors()).containsExactly(PORT);
    assertThat(own.all()).extracting(Criterion::id).containsExactly("OWN/2/a");
    assertThat(JudgementStandards.published().and(own).judge("OWN/2/a", TODAY).orThrow())
        .isEqualTo(own.all().get(0));
  }

  @Test
  void aMissingFileIsNoEmptyTable(@TempDir Path folder) {
    assertThatExceptionOfType(UncheckedIOException.class)
        .isThrownBy(() -> JudgementStandards.read(folder));
  }

  @Provide
  Arbitrary<List<Criterion>> criteria() {
    Arbitrary<Integer> day = Arbitraries.integers().between(0, 12);
    Arbitrary<Set<String>> sectors = Arbitraries.of("COAL", "PORT", "RAIL").set().ofMinSize(1);
    return Combinators.combine(Arbitraries.of("1", "2", "3"), day, day, sectors)
        .filter((item, from, until, in) -> from == 0 || until == 0 || from < until)
        .as((item, from, until, in) -> criterion(item, from, until, in.toArray(String[]::new)))
        .list()
        .ofMaxSize(12);
  }

  @Property
  @Label("on any day an id means at most one criterion; find, judge and inForce agree")
  void onAnyDayAnIdMeansAtMostOneCriterion(
      @ForAll("criteria") List<Criterion> given,
      @ForAll @IntRange(min = 1, max = 13) int chosenDay,
      @ForAll boolean port) {
    List<Criterion> taken = new ArrayList<>();
    JudgementStandards joined = standards();
    for (Criterion criterion : given) {
      boolean overlaps =
          taken.stream()
              .anyMatch(
                  other ->
                      other.id().equals(criterion.id())
                          && other.period().overlaps(criterion.period()));
      JudgementStandards before = joined;
      if (overlaps) {
        assertThatExceptionOfType(RefusedException.class)
            .isThrownBy(() -> before.and(standards(criterion)));
      } else {
        joined = before.and(standards(criterion));
        taken.add(criterion);
      }
    }
    JudgementStandards standards = port ? joined.inSectors(Set.of("PORT")) : joined;
    LocalDate day = day(chosenDay);
    Map<String, Criterion> inForce = new LinkedHashMap<>();
    for (Criterion criterion : taken) {
      if (criterion.period().contains(day) && (!port || criterion.sectors().contains("PORT"))) {
        assertThat(inForce.put(criterion.id(), criterion)).isNull();
      }
    }

    assertThat(standards.inForce(day)).containsExactlyInAnyOrderElementsOf(inForce.values());
    for (String id : List.of("S/1/1", "S/1/2", "S/1/3", "S/1/4")) {
      Optional<Criterion> found = standards.find(id, day);

      assertThat(found).isEqualTo(Optional.ofNullable(inForce.get(id)));
      assertJudgedAsFound(standards.judge(id, day), found, id, taken, port);
    }
  }

  private static void assertJudgedAsFound(
      Outcome<Criterion> judged,
      Optional<Criterion> found,
      String id,
      List<Criterion> taken,
      boolean port) {
    if (found.isPresent()) {
      assertThat(judged).isEqualTo(Outcome.accepted(found.get()));
      return;
    }
    List<Criterion> known = taken.stream().filter(other -> other.id().equals(id)).toList();
    boolean applies = known.stream().anyMatch(other -> !port || other.sectors().contains("PORT"));
    String expected = applies ? "not-in-force" : known.isEmpty() ? "unknown" : "other-sector";

    assertThat(judged.reasons())
        .extracting(Reason::code)
        .containsExactly("judgement.criterion." + expected);
  }
}
